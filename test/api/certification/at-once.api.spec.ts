import { Completions } from '../../../api/src/modules/learning/index.js';
import { ReminderPlanner } from '../../../api/src/modules/reminders/reminder-planner.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { copyCourse } from '../../support/copied-course.js';
import { attempted, doLessons } from '../../support/learner.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { doCourse, hrDesk, mine, yearly } from './program-setting.js';

const DUE = '2026-04-01';

describe('decisions about a certification, and what happens meanwhile', () => {
  let app: TestApp;
  let desk: Awaited<ReturnType<typeof hrDesk>>;
  let people: TestPerson[];
  let programId: string;

  beforeEach(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    desk = await hrDesk(app);
    people = [];
    for (let i = 0; i < 6; i++) people.push(await app.person({ department: '客服' }));
    programId = await desk.program();
    await desk.rule(programId, { personIds: people.map(({ id }) => id) }, { dueOn: DUE });
  });
  afterEach(() => app.stop());

  const waive = async (person: TestPerson, body: object) =>
    (await desk.client()).post(`/people/${person.id}/certifications/${programId}/waivers`, {
      reason: '住院治疗',
      ...body,
    });
  /** All but the last step of the course; what is answered takes it. */
  const almostDone = async (person: TestPerson): Promise<() => Promise<unknown>> => {
    await doLessons(await app.as(person));
    await attempted(app, person.id, 90, true);
    const [enrolment] = await app.database.query<{ id: string }>(
      'SELECT id FROM enrolment WHERE person_id = $1',
      [person.id],
    );
    return () => app.database.transaction((tx) => app.app.get(Completions).completeIfDone(tx, enrolment!.id));
  };
  /** Ten in the morning in Shanghai. */
  const onDay = (day: string) => app.clock.set(`${day}T02:00:00Z`);
  const remindedOn = async (person: TestPerson, day: string): Promise<string[]> => {
    onDay(day);
    await app.app.get(ReminderPlanner).plan();
    await app.app.get(Jobs).run('delivery.send', {});
    await app.drainJobs();
    const { body } = await (await app.as(person)).get('/learn/inbox').expect(200);
    return (body.items as { body: { zh: string } }[]).map((item) => item.body.zh);
  };

  it('when more time runs out it should be in grace and then overdue, and be reminded of by the new day alone', async () => {
    const [person] = people as [TestPerson];
    await waive(person, { kind: 'extension', until: '2026-04-20' });
    expect(await remindedOn(person, '2026-04-02')).toEqual([
      '《上岗培训》请于 2026年4月20日 前完成（还有 18 天）。',
    ]);
    const before = await remindedOn(person, '2026-04-19');
    expect(before.filter((text) => !text.includes('2026年4月20日'))).toEqual([]);
    onDay('2026-04-20');
    expect((await mine(app, person)).status).toBe('not_started');
    onDay('2026-04-21');
    expect(await mine(app, person)).toMatchObject({
      status: 'in_grace',
      dueOn: '2026-04-20',
      graceUntil: '2026-05-04',
    });
    onDay('2026-05-05');
    expect((await mine(app, person)).status).toBe('overdue');
    const after = await remindedOn(person, '2026-05-05');
    expect(after.filter((text) => text.includes('逾期'))).toHaveLength(1);
    // Somebody without more time was late all the while.
    expect((await mine(app, people[1]!)).status).toBe('overdue');
  });

  it('when an extension is ended it should be due again when it was, and late at once if that has passed', async () => {
    const [person] = people as [TestPerson];
    const { body } = await waive(person, { kind: 'extension', until: '2026-06-01' });
    onDay('2026-05-01');
    expect((await mine(app, person)).status).toBe('not_started');
    const at = `/people/${person.id}/certifications/${programId}/waivers/${body.items[0].waivers[0].id}/end`;
    const client = await desk.client();
    const empty = await client.post(at, {});
    expect([empty.status, empty.body.details[0].path]).toEqual([400, 'reason']);
    const ended = await client.post(at, { reason: '提前出院' }).expect(200);
    expect(ended.body).toMatchObject({
      person: { id: person.id, employeeNo: person.employeeNo },
      items: [{ status: 'overdue', dueOn: DUE, waivers: [{ ended: { reason: '提前出院' } }] }],
    });
    await client.post(at, { reason: '再来一次' }).expect(404);
    expect((await mine(app, person)).waivers[0]!.ended).toMatchObject({ reason: '提前出院' });
  });

  it('when a new version is published while people complete, each should have finished the old one whole or have more to do', async () => {
    const steps = await Promise.all(people.map(almostDone));
    const path = [
      ...yearly().path,
      { kind: 'course' as const, key: 'more', requires: [], courseId: await copyCourse(app, '进阶') },
    ];
    const client = await desk.client();
    const { body } = await client.get(`/programs/${programId}`).expect(200);
    const [published] = await Promise.all([
      client.post(`/programs/${programId}/versions`, {
        document: yearly({ path }),
        basedOn: body.version.id,
      }),
      ...steps.map((step) => step()),
    ]);
    expect(published.status).toBe(200);
    await app.drainJobs();
    for (const person of people) {
      const { status, periods, items } = await mine(app, person);
      const completed = periods.filter(({ completedAt }) => completedAt !== null);
      if (completed.length > 0) {
        expect([status, completed.map(({ programVersion }) => programVersion)]).toEqual(['compliant', [1]]);
        continue;
      }
      expect([status, items.map(({ state }) => state)]).toEqual(['in_progress', ['done', 'open']]);
      const [course] = await app.database.query(
        `SELECT 1 FROM assignment WHERE person_id = $1 AND course_id <> $2 AND withdrawn_at IS NULL`,
        [person.id, FIXTURE.courseId],
      );
      expect(course).toBeDefined();
    }
  });

  it('when it is waived or given more time while it is being completed, both should hold', async () => {
    const [waived, extended] = people as [TestPerson, TestPerson];
    const steps = await Promise.all([waived, extended].map(almostDone));
    const [first, second] = await Promise.all([
      waive(waived, { kind: 'waiver', until: '2026-12-31' }),
      waive(extended, { kind: 'extension', until: '2026-06-01' }),
      ...steps.map((step) => step()),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    const one = await mine(app, waived);
    expect([one.status, one.validUntil, one.waivers.length]).toEqual(['waived', '2027-03-01', 1]);
    onDay('2027-01-01');
    // The window is open by then: what was completed under the waiver is there when it ends.
    expect((await mine(app, waived)).status).toBe('expiring_soon');
    const other = await mine(app, extended);
    expect([other.validUntil, other.dueOn, other.periods.length]).toEqual(['2027-03-01', '2027-03-01', 2]);
  });

  it('when the last step comes after a waiver has been ended it should count as any other', async () => {
    const [person] = people as [TestPerson];
    const { body } = await waive(person, { kind: 'waiver', until: null });
    await (
      await desk.client()
    )
      .post(`/people/${person.id}/certifications/${programId}/waivers/${body.items[0].waivers[0].id}/end`, {
        reason: '恢复一线岗位',
      })
      .expect(200);
    await doCourse(app, person);
    expect((await mine(app, person)).status).toBe('compliant');
  });
});
