import { ReminderPlanner } from '../../../api/src/modules/reminders/reminder-planner.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { SmtpSink } from '../../support/smtp-sink.js';
import { fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { doCourse, hrDesk } from '../certification/program-setting.js';

const DUE = '2026-04-01';

describe('reminders', () => {
  let app: TestApp;
  let sink: SmtpSink;
  let desk: Awaited<ReturnType<typeof hrDesk>>;

  beforeEach(async () => {
    sink = await SmtpSink.start();
    app = await TestApp.start({ template: await fixtureTemplate(), env: { SMTP_URL: sink.url } });
    desk = await hrDesk(app);
  });
  afterEach(async () => {
    await app.stop();
    await sink.stop();
  });

  /** Ten in the morning in Shanghai. */
  const onDay = (day: string) => app.clock.set(`${day}T02:00:00Z`);
  const run = async () => {
    const planned = await app.app.get(ReminderPlanner).plan();
    await app.app.get(Jobs).run('delivery.send', {});
    await app.drainJobs();
    return planned;
  };
  const inbox = async (person: TestPerson) =>
    (await (await app.as(person)).get('/learn/inbox').expect(200)).body.items as {
      title: { zh: string; en: string };
      body: { zh: string; en: string };
    }[];
  const put = async (people: TestPerson[], program?: string) => {
    const id = program ?? (await desk.program());
    await desk.rule(id, { personIds: people.map((one) => one.id) }, { dueOn: DUE });
    return id;
  };

  it('should tell the learner thirty days before, once, in inbox and by mail', async () => {
    const person = await app.person();
    await put([person]);
    onDay('2026-03-01');
    expect(await run()).toBe(0);
    onDay('2026-03-02');
    expect(await run()).toBe(2);
    expect(await run()).toBe(0);
    expect(await inbox(person)).toMatchObject([
      {
        title: { zh: '请完成《上岗培训》', en: 'Please complete “上岗培训”' },
        body: { zh: '《上岗培训》请于 2026年4月1日 前完成（还有 30 天）。' },
      },
    ]);
    expect(sink.letters).toHaveLength(1);
    expect(sink.letters[0]!.to).toEqual([`${person.employeeNo.toLowerCase()}@example.com`]);
  });

  it('should catch up after days of silence with the latest step alone', async () => {
    const person = await app.person();
    await put([person]);
    onDay('2026-03-31');
    expect(await run()).toBe(2);
    const [only, ...more] = await inbox(person);
    expect(more).toEqual([]);
    expect(only!.body.zh).toContain('还有 1 天');
    onDay('2026-03-31');
    expect(await run()).toBe(0);
  });

  it('should go up to the manager and then to HR, and say why when there is no manager', async () => {
    const manager = await app.person({ name: '经理甲' });
    const person = await app.person({ name: '员工乙' });
    const orphan = await app.person({ name: '员工丙' });
    const left = await app.person({ status: 'left' });
    const under = await app.person({ name: '员工丁' });
    const hr = await app.person({ name: '总部人事', roles: ['hr'], scope: '总部' });
    for (const [who, boss] of [
      [person, manager],
      [under, left],
    ] as const)
      await app.database.query('UPDATE person SET manager_id = $2 WHERE id = $1', [who.id, boss.id]);
    await put([person, orphan, under]);
    onDay('2026-04-04');
    await run();
    const [toManager] = await inbox(manager);
    expect(toManager!.body.zh).toContain('员工乙（逾期 3 天）');
    expect(toManager!.body.zh).not.toContain('员工丙');
    const [toHr] = await inbox(hr);
    expect(toHr!.title.zh).toBe('2 人的培训需要跟进');
    expect(toHr!.body.zh).toContain('员工丙没有登记直属上级，因此发给您。');
    expect(toHr!.body.zh).toContain('员工丁的直属上级已离职，因此发给您。');
    onDay('2026-04-15');
    await run();
    expect((await inbox(hr))[0]!.title.zh).toBe('3 人的培训需要跟进');
  });

  it.each([
    ['done', 'done'],
    ['waived', 'waived'],
    ['withdrawn', 'withdrawn'],
    ['left', 'left'],
  ])('should not tell what is %s by the time it would go out', async (what, reason) => {
    const person = await app.person();
    const program = await desk.program();
    const rule = await desk.rule(program, { personIds: [person.id] }, { dueOn: DUE });
    // Seven in the morning: planned for nine.
    app.clock.set('2026-03-24T23:00:00Z');
    expect(await app.app.get(ReminderPlanner).plan()).toBe(2);
    if (what === 'done') await doCourse(app, person);
    if (what === 'waived')
      await (
        await desk.client()
      )
        .post(`/people/${person.id}/certifications/${program}/waivers`, {
          kind: 'waiver',
          until: '2026-12-31',
          reason: '长期休假',
        })
        .expect(200);
    if (what === 'withdrawn') await (await desk.client()).post(`/audience-rules/${rule}/withdraw`);
    if (what === 'left')
      await (await desk.client()).patch(`/people/${person.id}`, { status: 'left' }).expect(200);
    await app.drainJobs();
    onDay('2026-03-25');
    await run();
    expect(sink.letters).toHaveLength(0);
    const rows = await app.database.query<{ state: string; reason: string }>(
      `SELECT DISTINCT state, reason FROM delivery WHERE kind = 'reminder'`,
    );
    expect(rows).toEqual([{ state: 'suppressed', reason }]);
    onDay('2026-03-31');
    expect(await run()).toBe(0);
  });

  it('should put everything of a day into one message', async () => {
    const person = await app.person();
    await put([person]);
    await put([person]);
    await put([person]);
    onDay('2026-03-25');
    expect(await run()).toBe(6);
    expect(sink.letters).toHaveLength(1);
    expect((await inbox(person)).map(({ title }) => title.zh)).toEqual(['您有 3 项培训需要完成']);
    // Later that day there is more: it waits for the next morning.
    await put([person]);
    expect(await run()).toBe(2);
    expect(sink.letters).toHaveLength(1);
    onDay('2026-03-26');
    await run();
    expect(sink.letters).toHaveLength(2);
  });

  it('should send each step by itself when there is to be no digest', async () => {
    const person = await app.person();
    await (
      await desk.client()
    )
      .put('/reminder-settings', { digest: false, digestAt: '09:00', quietFrom: '20:00', quietTo: '08:00' })
      .expect(200);
    await put([person]);
    await put([person]);
    onDay('2026-03-25');
    await run();
    expect(sink.letters).toHaveLength(2);
    expect(await inbox(person)).toHaveLength(2);
    expect(await run()).toBe(0);
  });

  it('should go by the wall clock of who gets it', async () => {
    const person = await app.person();
    await app.database.query(`UPDATE person SET time_zone = 'America/New_York' WHERE id = $1`, [person.id]);
    await put([person]);
    // Nine in Shanghai is nine in the evening of the day before in New York: quiet.
    app.clock.set('2026-03-02T01:00:00Z');
    await run();
    expect(sink.letters).toHaveLength(0);
    app.clock.set('2026-03-02T13:59:00Z');
    await run();
    expect(sink.letters).toHaveLength(0);
    app.clock.set('2026-03-02T14:00:00Z');
    await run();
    expect(sink.letters).toHaveLength(1);
  });

  it('should never send a step twice, whatever is done to the ladder', async () => {
    const person = await app.person();
    const program = await put([person]);
    onDay('2026-03-25');
    await run();
    expect(sink.letters).toHaveLength(1);
    const step = (key: string, days: number) => ({
      key,
      anchor: 'due',
      days,
      to: 'learner',
      channels: ['inbox', 'email'],
      robotIds: [],
    });
    const save = async (steps: object[]) =>
      (await desk.client()).put('/reminder-ladders', { programId: program, steps }).expect(200);
    for (const steps of [
      [step('due-7', -7)],
      [step('due-7', -9)],
      [step('due-7', -3)],
      [step('other', -7)],
      [step('earlier', -20)],
    ]) {
      await save(steps);
      onDay('2026-03-29');
      expect(await run()).toBe(0);
    }
    await save([step('later', -2)]);
    onDay('2026-03-30');
    expect(await run()).toBe(2);
  });

  it('should begin anew when the due day moves, and when the program is asked again', async () => {
    const person = await app.person();
    const program = await put([person]);
    onDay('2026-03-25');
    await run();
    await (
      await desk.client()
    )
      .post(`/people/${person.id}/certifications/${program}/waivers`, {
        kind: 'extension',
        until: '2026-05-01',
        reason: '出差',
      })
      .expect(200);
    onDay('2026-03-26');
    expect(await run()).toBe(0);
    onDay('2026-04-24');
    expect(await run()).toBe(2);
  });

  it('should stay silent where the ladder of a program is switched off', async () => {
    const person = await app.person();
    const program = await put([person]);
    await (
      await desk.client()
    )
      .put('/reminder-ladders', { programId: program, steps: [], active: false })
      .expect(200);
    onDay('2026-03-31');
    expect(await run()).toBe(0);
  });

  it('should plan once when two workers plan at the same time', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => app.person()));
    await put(people);
    onDay('2026-03-25');
    const twin = await app.twin();
    try {
      const planned = await Promise.all([
        app.app.get(ReminderPlanner).plan(),
        twin.get(ReminderPlanner).plan(),
      ]);
      expect(planned.sort((a, b) => a - b)).toEqual([0, 20]);
    } finally {
      await twin.close();
    }
  });

  it('should foresee exactly what then comes', async () => {
    const manager = await app.person();
    const people = await Promise.all(Array.from({ length: 3 }, () => app.person()));
    await app.database.query('UPDATE person SET manager_id = $2 WHERE id = $1', [people[0]!.id, manager.id]);
    const program = await put(people);
    onDay('2026-03-20');
    const client = await desk.client();
    const { body: ladders } = await client.get('/reminder-ladders').expect(200);
    const draft = { programId: null, steps: ladders.items[0].steps, days: 30 };
    const { body: preview } = await client.post('/reminder-ladders/preview', draft).expect(200);
    expect(preview).toMatchObject({ from: '2026-03-20', to: '2026-04-19', people: 3 });
    const seen: [string, string, number][] = [];
    const counted = new Map<string, number>();
    for (let day = 20; day <= 50; day++) {
      const at = new Date(Date.UTC(2026, 2, day, 2));
      app.clock.set(at.toISOString());
      await app.app.get(ReminderPlanner).plan();
      const rows = await app.database.query<{ step: string; people: number }>(
        `SELECT step, count(DISTINCT person_id) AS people FROM reminder WHERE planned_at = $1 GROUP BY 1 ORDER BY 1`,
        [at],
      );
      for (const { step, people: n } of rows) {
        seen.push([at.toISOString().slice(0, 10), step, n]);
        counted.set(step, n);
      }
    }
    const foreseen = preview.rows.map((row: { day: string; step: string; people: number }) => [
      row.day,
      row.step,
      row.people,
    ]);
    expect(foreseen).toEqual(seen);
    expect(foreseen).toContainEqual(['2026-04-04', 'late-3-manager', 3]);
    expect(preview.rows.find((row: { step: string }) => row.step === 'late-3-manager').instead).toBe(2);
    onDay('2026-03-20');
    await app.database.query('DELETE FROM reminder');
    const { body: names } = await (
      await desk.client()
    )
      .post('/reminder-ladders/preview/people', {
        ...draft,
        day: '2026-04-04',
        step: 'late-3-manager',
        ofProgramId: program,
      })
      .expect(200);
    expect(names.total).toBe(3);
  });

  it('should put the due day into the calendar feed of the person', async () => {
    const person = await app.person();
    const program = await put([person]);
    const made = await (await app.as(person)).post('/learn/calendar/feed').expect(201);
    const feed = async () =>
      (await app.client().get(new URL(made.body.url).pathname.replace('/api', '')).expect(200)).text;
    const text = await feed();
    expect(text).toContain(`UID:due-${program}-due@`);
    expect(text).toContain('DTSTART;VALUE=DATE:20260401');
    expect(text).toContain('SUMMARY:到期：《上岗培训》');
    await (
      await desk.client()
    )
      .post(`/people/${person.id}/certifications/${program}/waivers`, {
        kind: 'waiver',
        until: '2026-12-31',
        reason: '长期休假',
      })
      .expect(200);
    expect(await feed()).not.toContain('UID:due-');
  });

  it('should refuse what cannot work, and those who may not', async () => {
    const client = await desk.client();
    await app.client().get('/reminder-ladders').expect(401);
    await (await app.signedIn()).client.get('/reminder-ladders').expect(403);
    const step = { key: 'a', anchor: 'due', days: 1, to: 'group', channels: [], robotIds: [] };
    await client.put('/reminder-ladders', { programId: null, steps: [step] }).expect(400);
    const unknown = await client
      .put('/reminder-ladders', {
        programId: null,
        steps: [{ ...step, robotIds: ['01890000-0000-7000-8000-000000000000'] }],
      })
      .expect(400);
    expect(unknown.body.code).toBe('reminder_ladder.robot_unknown');
    await client
      .put('/reminder-settings', { digest: true, digestAt: '22:00', quietFrom: '20:00', quietTo: '08:00' })
      .expect(400);
    const { body } = await client.get('/reminder-ladders').expect(200);
    const stays = await client.delete(`/reminder-ladders/${body.items[0].id}`).expect(409);
    expect(stays.body.code).toBe('reminder_ladder.default_stays');
  });
});
