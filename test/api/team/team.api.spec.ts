import type { Team } from '@readyroom/contract';
import { ReminderPlanner } from '../../../api/src/modules/reminders/reminder-planner.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { doCourse, hrDesk, yearly } from '../certification/program-setting.js';

const FRONTLINE = { tiers: ['frontline'] };

describe('The team of a manager', () => {
  let app: TestApp;
  let desk: Awaited<ReturnType<typeof hrDesk>>;
  let programId: string;
  let head: TestPerson;
  let lead: TestPerson;
  let ann: TestPerson;
  let bea: TestPerson;
  let stranger: TestPerson;

  const reportsTo = (person: TestPerson, manager: TestPerson | null) =>
    app.database.query('UPDATE person SET manager_id = $2 WHERE id = $1', [person.id, manager?.id ?? null]);
  const team = async (manager: TestPerson, query = ''): Promise<Team> =>
    (await (await app.as(manager)).get(`/learn/team${query}`).expect(200)).body as Team;
  const names = ({ items }: Team) => items.map(({ person }) => person.name);
  const statuses = ({ items }: Team) =>
    Object.fromEntries(items.map(({ person, programs }) => [person.name, programs[0]?.status]));
  const remind = async (manager: TestPerson, person: TestPerson) =>
    (await app.as(manager)).post(`/learn/team/${person.id}/remind`);
  const inbox = async (person: TestPerson) => (await (await app.as(person)).get('/learn/inbox')).body.items;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
  });
  afterAll(() => app.stop());
  beforeAll(async () => {
    desk = await hrDesk(app);
    head = await app.person({ name: '总监', tier: 'executive' });
    lead = await app.person({ name: '组长', tier: 'manager' });
    ann = await app.person({ name: '安妮' });
    bea = await app.person({ name: '贝雅' });
    stranger = await app.person({ name: '外人' });
    await reportsTo(lead, head);
    await reportsTo(ann, lead);
    await reportsTo(bea, lead);
    programId = await desk.program(yearly());
    await desk.rule(programId, FRONTLINE, { dueOn: '2026-04-01' });
  });

  it('should be the direct reports, or everybody below, and say to whom it belongs', async () => {
    expect(names(await team(lead))).toEqual(['安妮', '贝雅']);
    expect(names(await team(head))).toEqual(['组长']);
    const below = await team(head, '?reach=all');
    expect(names(below).sort()).toEqual(['安妮', '组长', '贝雅'].sort());
    expect(below).toMatchObject({ direct: 1, all: 3, total: 3 });
    expect((await (await app.as(lead)).get('/me')).body.leadsTeam).toBe(true);
  });

  it('when nobody reports to somebody it should be empty', async () => {
    expect(await team(stranger, '?reach=all')).toMatchObject({ all: 0, items: [] });
    expect((await (await app.as(stranger)).get('/me')).body.leadsTeam).toBe(false);
  });

  it('when managers go round in a circle it should end, without the manager among their own people', async () => {
    await reportsTo(head, bea);
    expect(names(await team(head, '?reach=all')).sort()).toEqual(['安妮', '组长', '贝雅'].sort());
    expect(names(await team(lead, '?reach=all')).sort()).toEqual(['安妮', '总监', '贝雅'].sort());
    await reportsTo(head, head);
    expect(names(await team(head, '?reach=all'))).not.toContain('总监');
    await reportsTo(head, null);
  });

  it('when somebody has left it should show their reports and not them', async () => {
    await app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [lead.id]);
    expect(names(await team(head, '?reach=all')).sort()).toEqual(['安妮', '贝雅'].sort());
    expect(await team(head)).toMatchObject({ direct: 0, all: 2, items: [] });
    expect((await (await app.as(head)).get('/me')).body.leadsTeam).toBe(true);
    await app.database.query(`UPDATE person SET status = 'active' WHERE id = $1`, [lead.id]);
  });

  it('should put the most urgent first, with the status of every board and nothing of results', async () => {
    await doCourse(app, ann);
    app.clock.set('2026-04-20T01:00:00.000Z');
    const shown = await team(lead);
    expect(names(shown)).toEqual(['贝雅', '安妮']);
    expect(statuses(shown)).toEqual({ 贝雅: 'overdue', 安妮: 'compliant' });
    expect(shown.attention).toBe(1);
    expect(names(await team(lead, '?attention=true'))).toEqual(['贝雅']);
    expect(JSON.stringify(shown)).not.toMatch(/score|percent|points|rating/i);
    app.clock.set('2027-02-20T01:00:00.000Z');
    expect(statuses(await team(lead))).toEqual({ 贝雅: 'overdue', 安妮: 'expiring_soon' });
  });

  it('should remind once a day, in the inbox and by mail, naming what is to be done', async () => {
    const first = await remind(lead, bea);
    expect({ status: first.status, by: first.body.by.name }).toEqual({ status: 200, by: '组长' });
    expect((await remind(lead, bea)).body).toEqual(first.body);
    expect((await remind(head, bea)).body).toEqual(first.body);
    const [message, ...more] = await inbox(bea);
    expect(more).toEqual([]);
    expect(message.title.zh).toBe('组长提醒您完成培训');
    expect(message.body.zh).toContain('《上岗培训》：已逾期，应于 2026-04-01 前完成');
    expect((await team(lead)).items.find(({ person }) => person.id === bea.id)?.reminded).toEqual(first.body);
    const sent = await app.database.query('SELECT channel FROM delivery WHERE person_id = $1 ORDER BY 1', [
      bea.id,
    ]);
    expect(sent).toEqual([{ channel: 'email' }, { channel: 'inbox' }]);

    app.clock.advance({ days: 1 });
    expect((await team(lead)).items.find(({ person }) => person.id === bea.id)?.reminded).toBeNull();
    expect((await remind(head, bea)).body.by.name).toBe('总监');
    expect(await inbox(bea)).toHaveLength(2);
  });

  it('when two managers remind at once it should reach the person once', async () => {
    app.clock.advance({ days: 1 });
    const answers = await Promise.all([remind(lead, ann), remind(head, ann)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0].body).toEqual(answers[1].body);
    expect(await inbox(ann)).toHaveLength(1);
  });

  it('should not reach anybody who is not below: peers, superiors, strangers, themselves, people who left', async () => {
    const gone = await app.person({ name: '离职', status: 'left' });
    await reportsTo(gone, lead);
    for (const person of [head, lead, stranger, gone]) {
      const { status, body } = await remind(lead, person);
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'team.member_not_found' });
    }
    expect((await remind(ann, bea)).status).toBe(404);
    const [{ count }] = (await app.database.query(
      'SELECT count(*)::int AS count FROM team_reminder WHERE person_id = ANY($1)',
      [[head.id, lead.id, stranger.id, gone.id]],
    )) as [{ count: number }];
    expect(count).toBe(0);
  });

  it('when nothing is asked of somebody it should say so and send nothing', async () => {
    const { status, body } = await remind(head, lead);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'team.nothing_to_remind' });
    expect(await inbox(lead)).toEqual([]);
  });

  it('when somebody gets another manager, the former should see and remind them no more, and what is late should go to the new one', async () => {
    await (await desk.client()).patch(`/people/${bea.id}`, { managerId: stranger.id }).expect(200);
    expect(names(await team(lead))).toEqual(['安妮']);
    expect(names(await team(head, '?reach=all'))).not.toContain('贝雅');
    expect((await remind(lead, bea)).status).toBe(404);
    expect(names(await team(stranger))).toEqual(['贝雅']);
    expect((await (await app.as(stranger)).get('/me')).body.leadsTeam).toBe(true);
    await app.app.get(ReminderPlanner).plan();
    await app.app.get(Jobs).run('delivery.send', {});
    await app.drainJobs();
    const about = async (person: TestPerson) =>
      JSON.stringify((await inbox(person)).map((one: { body: { zh: string } }) => one.body.zh));
    expect(await about(stranger)).toContain('贝雅');
    expect(await about(lead)).not.toContain('贝雅');
  });
});
