import { ReminderPlanner } from '../../../api/src/modules/reminders/reminder-planner.js';
import { RobotTransport } from '../../../api/src/modules/notifications/robots/robot-transport.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { fixtureTemplate } from '../../support/content-template.js';
import { RobotSink } from '../../support/robot-sink.js';
import { SmtpSink } from '../../support/smtp-sink.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { hrDesk } from '../certification/program-setting.js';

const DUE = '2026-04-01';
/** Three days late, when managers hear of it. */
const LATE = '2026-04-04';

describe('reminders about others', () => {
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

  const onDay = (day: string) => app.clock.set(`${day}T02:00:00Z`);
  const plan = () => app.app.get(ReminderPlanner).plan();
  const send = async () => {
    await app.app.get(Jobs).run('delivery.send', {});
    await app.drainJobs();
  };
  const inbox = async (person: TestPerson) =>
    (await (await app.as(person)).get('/learn/inbox').expect(200)).body.items as {
      body: { zh: string };
      link: string;
    }[];
  const reportTo = (person: TestPerson, manager: TestPerson) =>
    app.database.query('UPDATE person SET manager_id = $2 WHERE id = $1', [person.id, manager.id]);
  const leave = (person: TestPerson) =>
    app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [person.id]);
  const assign = async (people: TestPerson[]) => {
    const id = await desk.program();
    await desk.rule(id, { personIds: people.map((one) => one.id) }, { dueOn: DUE });
    return id;
  };

  it('should lead a manager to the page of their team, and HR to the console', async () => {
    const manager = await app.person();
    const hr = await app.person({ roles: ['hr'], scope: '总部' });
    const [person, alone] = [await app.person({ name: '员工乙' }), await app.person({ name: '员工丙' })];
    await reportTo(person, manager);
    await assign([person, alone]);
    onDay(LATE);
    await plan();
    await send();
    expect(await inbox(manager)).toMatchObject([{ link: '/team' }]);
    expect(await inbox(hr)).toMatchObject([{ link: '/admin/certification' }]);
  });

  it('should go to the next manager above who is here when the manager has left, and else to HR', async () => {
    const hr = await app.person({ roles: ['hr'], scope: '总部' });
    const [top, gone, alsoGone, nobodyAbove] = await Promise.all([
      app.person(),
      app.person({ status: 'left' }),
      app.person({ status: 'left' }),
      app.person({ status: 'left' }),
    ]);
    const [person, other, inCircle] = await Promise.all([
      app.person({ name: '员工乙' }),
      app.person({ name: '员工丙' }),
      app.person({ name: '员工丁' }),
    ]);
    const circle = await app.person({ status: 'left' });
    await reportTo(person, gone);
    await reportTo(gone, alsoGone);
    await reportTo(alsoGone, top);
    await reportTo(other, nobodyAbove);
    await reportTo(inCircle, circle);
    await reportTo(circle, inCircle);
    await assign([person, other, inCircle]);
    onDay(LATE);
    const { body: ladders } = await (await desk.client()).get('/reminder-ladders').expect(200);
    const { body: preview } = await (
      await desk.client()
    )
      .post('/reminder-ladders/preview', { programId: null, steps: ladders.items[0].steps, days: 1 })
      .expect(200);
    expect(preview.rows.find((row: { role: string }) => row.role === 'manager')).toMatchObject({
      people: 3,
      instead: 2,
    });
    await plan();
    await send();
    const [toTop, ...more] = await inbox(top);
    expect(more).toEqual([]);
    expect(toTop).toMatchObject({ link: '/team' });
    expect(toTop!.body.zh).toContain('员工乙的直属上级已离职，您是再上一级，因此发给您。');
    const [toHr] = await inbox(hr);
    expect(toHr!.body.zh).toContain('员工丙、员工丁的直属上级已离职，因此发给您。');
    expect(toHr!.body.zh).not.toContain('员工乙');
  });

  it('should not lose a step with a manager who leaves before the message goes out', async () => {
    const [above, manager, person] = [
      await app.person(),
      await app.person(),
      await app.person({ name: '员工乙' }),
    ];
    await reportTo(person, manager);
    await reportTo(manager, above);
    await assign([person]);
    // Seven in the morning: planned for nine.
    app.clock.set('2026-04-03T23:00:00Z');
    await plan();
    await leave(manager);
    onDay(LATE);
    await send();
    expect(await inbox(above)).toEqual([]);
    await plan();
    await send();
    expect(await inbox(above)).toHaveLength(1);
    await plan();
    await send();
    expect(await inbox(above)).toHaveLength(1);
    const states = await app.database.query(
      `SELECT recipient_id AS id, state, reason FROM reminder WHERE role = 'manager' AND channel = 'inbox' ORDER BY reminder.id`,
    );
    expect(states).toEqual([
      { id: manager.id, state: 'suppressed', reason: 'recipient_left' },
      { id: above.id, state: 'told', reason: null },
    ]);
  });

  it('should tell a group how many, never who, once', async () => {
    const chat = await RobotSink.start();
    try {
      app.app.get(RobotTransport).post = chat.post;
      const admin = (await app.signedIn({ roles: ['admin'] })).client;
      const { body: robot } = await admin
        .post('/robots', {
          kind: 'feishu',
          name: '培训群',
          url: 'https://open.feishu.cn/open-apis/bot/v2/hook/h',
          secret: 's',
        })
        .expect(201);
      const program = await assign([
        await app.person({ name: '员工乙' }),
        await app.person({ name: '员工丙' }),
      ]);
      const step = {
        key: 'group',
        anchor: 'due',
        days: 2,
        to: 'group',
        channels: [],
        robotIds: [robot.id, robot.id],
      };
      const hr = await desk.client();
      await hr.put('/reminder-ladders', { programId: program, steps: [step] }).expect(200);
      app.clock.set('2026-04-03T02:05:00Z');
      await plan();
      await plan();
      await send();
      await send();
      expect(chat.calls).toHaveLength(1);
      const { content, sign } = JSON.parse(chat.calls[0]!.body);
      expect(sign).toHaveLength(44);
      expect(content.text).toContain('《上岗培训》：2 人，其中 2 人已逾期。');
      expect(content.text).toMatch(/\/admin\/certification$/);
      expect(content.text).not.toMatch(/员工/);
      const log = await (await desk.client()).get('/deliveries?channel=robot').expect(200);
      expect(log.body.items).toMatchObject([{ state: 'sent', robot: { name: '培训群' } }]);
      const behind = await (
        await desk.client()
      )
        .get(`/deliveries/${log.body.items[0].id}/reminders`)
        .expect(200);
      expect(behind.body.total).toBe(2);
    } finally {
      await chat.stop();
    }
  });

  describe('for HR of one department', () => {
    it('should be read, and not be changed', async () => {
      const { client } = await app.signedIn({ roles: ['hr'], scope: '总部' });
      const { body } = await client.get('/reminder-ladders').expect(200);
      expect(body.editable).toBe(false);
      expect((await (await desk.client()).get('/reminder-ladders')).body.editable).toBe(true);
      const program = await desk.program();
      for (const programId of [null, program]) {
        const refused = await client.put('/reminder-ladders', { programId, steps: [] }).expect(403);
        expect(refused.body.code).toBe('reminder_ladder.out_of_scope');
      }
      const { body: own } = await (
        await desk.client()
      )
        .put('/reminder-ladders', { programId: program, steps: [] })
        .expect(200);
      await client.delete(`/reminder-ladders/${own.id}`).expect(403);
      const { body: hours } = await client.get('/reminder-settings').expect(200);
      await client.put('/reminder-settings', hours).expect(403);
      const kept = await (await desk.client()).get('/reminder-ladders').expect(200);
      expect(kept.body.items[0]).toMatchObject({ steps: body.items[0].steps, updatedBy: null });
      expect(kept.body.total).toBe(2);
    });

    it('should foresee and list their own people alone, also where a message names others', async () => {
      const manager = await app.person({ name: '经理甲', department: '总部/公关' });
      const mine = await app.person({ name: '员工乙', department: '总部/公关' });
      const other = await app.person({ name: '员工丙', department: '总部/客服' });
      await reportTo(mine, manager);
      await reportTo(other, manager);
      const program = await assign([mine, other]);
      const hr = await app.person({ roles: ['hr'], scope: '总部/公关', department: '总部/客服' });
      onDay(LATE);
      const client = await app.as(hr);
      const { body: ladders } = await client.get('/reminder-ladders').expect(200);
      const draft = { programId: null, steps: ladders.items[0].steps, days: 30 };
      const { body: preview } = await client.post('/reminder-ladders/preview', draft).expect(200);
      expect(preview.people).toBe(1);
      const names = await client
        .post('/reminder-ladders/preview/people', {
          ...draft,
          day: LATE,
          step: 'late-3-manager',
          ofProgramId: program,
        })
        .expect(200);
      expect(names.body.items.map((one: { person: { name: string } }) => one.person.name)).toEqual([
        '员工乙',
      ]);
      await plan();
      await send();
      const log = await client.get('/deliveries?channel=inbox').expect(200);
      const named = (name: string) =>
        log.body.items.filter((one: { person: { name: string } }) => one.person.name === name);
      expect(named('员工丙')).toEqual([]);
      expect(named('员工乙')[0].message.body.zh).toContain('《上岗培训》');
      const [toManager] = named('经理甲');
      expect(toManager.message.body.zh).toBe('涉及您部门范围以外的人员，内容不予显示。');
      expect(JSON.stringify(log.body)).not.toContain('员工丙');
      const behind = await client.get(`/deliveries/${toManager.id}/reminders`).expect(200);
      expect(
        behind.body.items.map((one: { person: { name: string } | null }) => one.person?.name ?? null).sort(),
      ).toEqual([null, '员工乙'].sort());
      const whole = await (await desk.client()).get('/deliveries?channel=inbox&q=经理甲').expect(200);
      expect(whole.body.items[0].message.body.zh).toContain('员工丙');
    });
  });
});
