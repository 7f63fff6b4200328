import type { FollowUp } from '@readyroom/contract';
import { refreshStandings } from '../../../api/src/modules/standings/index.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { beginCourse, finishCourse } from '../../support/bare-course.js';
import { NOWHERE, type Cast } from '../drill-runs/drill-setting.js';
import { ReportSetting } from './report-setting.js';

describe('What was weak becomes training', () => {
  let setting: ReportSetting;

  beforeEach(async () => {
    setting = await ReportSetting.start();
  });
  afterEach(() => setting.stop());

  const followUps = async (runId: string, who = setting.trainer): Promise<FollowUp[]> =>
    (await who.client.get(`/drill-runs/${runId}/follow-ups`)).body.items;
  const assignments = () =>
    setting.app.database.query<{ personId: string; open: boolean }>(
      'SELECT person_id AS "personId", withdrawn_at IS NULL AS open FROM assignment WHERE course_id = $1',
      [setting.courseId],
    );
  const standing = async ({ person }: Cast) => {
    await setting.app.database.transaction((tx) => refreshStandings(tx, { personIds: [person.id] }));
  };
  const desk = () => setting.cast({ name: '刘䶮', tier: 'frontline' });

  it('should assign the course of the objective to who held the seat, and say why', async () => {
    const weak = await desk();
    const fine = await setting.cast({ tier: 'manager' });
    const runId = await setting.played({ desk: weak, lead: fine }, { title: '周三演练' });
    const [one, ...more] = await followUps(runId);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      course: { id: setting.courseId, title: { zh: '预警与信息' } },
      objectives: [{ key: 'speed', final: 'U', title: { zh: 'speed（中文）' } }],
      people: [{ id: weak.person.id, name: '刘䶮', outcome: 'assigned' }],
      dueOn: '2026-03-16',
      undoneAt: null,
    });
    expect(await assignments()).toEqual([{ personId: weak.person.id, open: true }]);
    const rule = await setting.trainer.client.get(`/audience-rules/${one!.ruleId}`);
    expect(rule.body).toMatchObject({
      name: '演练后培训：周三演练',
      note: expect.stringContaining('speed'),
      audience: { personIds: [weak.person.id] },
      dueOn: '2026-03-16',
    });
    expect((await setting.report(runId)).followUps).toEqual([
      { courseId: setting.courseId, title: expect.anything(), people: 1 },
    ]);
  });

  it('when the run went well, or was stopped for a real event, nothing should follow', async () => {
    const person = await desk();
    expect(await followUps(await setting.played({ desk: person }, { escalates: true }))).toEqual([]);
    expect(await followUps(await setting.played({ desk: person }, { ends: 'stop' }))).toEqual([]);
    expect(await assignments()).toEqual([]);
  });

  it('when only the whole was rated it should be for the seats of the tiers of the objective', async () => {
    const lead = await setting.cast({ tier: 'manager' });
    const runId = await setting.played(
      { desk: await desk(), lead },
      { escalates: true, ratings: { truth: 'U' } },
    );
    expect((await followUps(runId))[0]!.people.map(({ id }) => id)).toEqual([lead.person.id]);
  });

  it('when one course answers for two weak objectives it should be one follow-up with both', async () => {
    const lead = await setting.cast({ tier: 'manager' });
    const runId = await setting.played({ desk: await desk(), lead }, { ratings: { truth: 'M' } });
    const [one, ...more] = await followUps(runId);
    expect([one!.objectives.map(({ key }) => key), one!.people.length, more]).toEqual([
      ['speed', 'truth'],
      2,
      [],
    ]);
  });

  it('when the end is told again and again, and at once, it should follow exactly once', async () => {
    const person = await desk();
    const runId = await setting.played({ desk: person }, {}, false);
    const twin = await setting.app.twin();
    try {
      const tell = (jobs: Jobs) => jobs.run('drill-runs.ended', { runId });
      const here = setting.app.app.get(Jobs);
      await Promise.all([tell(here), tell(here), tell(twin.get(Jobs)), tell(twin.get(Jobs))]);
    } finally {
      await twin.close();
    }
    await setting.app.drainJobs();
    await setting.tellAgain(runId);
    expect(await followUps(runId)).toHaveLength(1);
    expect(await assignments()).toEqual([{ personId: person.person.id, open: true }]);
    expect((await setting.app.database.query('SELECT 1 FROM audience_rule')).length).toBe(1);
  });

  it('when the worker dies on the way nothing half done should stay, and the next try does it once', async () => {
    const runId = await setting.played({ desk: await desk() }, {}, false);
    const { database } = setting.app;
    // The last step of following fails.
    await database.query('ALTER TABLE drill_follow_up ADD CONSTRAINT died CHECK (rule_id IS NULL)');
    await expect(setting.tellAgain(runId)).rejects.toThrow('died');
    expect(await followUps(runId)).toEqual([]);
    expect(await assignments()).toEqual([]);
    await database.query('ALTER TABLE drill_follow_up DROP CONSTRAINT died');
    await setting.app.drainJobs();
    expect(await followUps(runId)).toHaveLength(1);
    expect(await assignments()).toHaveLength(1);
  });

  it.each([
    ['has it open', 'already_open', 0],
    ['completed it since', 'completed_since', 0],
    ['completed it before the run', 'assigned_again', 1],
  ])('when somebody %s it should say so', async (what, outcome, assigned) => {
    const person = await desk();
    if (what === 'has it open') await beginCourse(setting.app, person.person.id, setting.courseId);
    if (what.endsWith('before the run')) await finishCourse(setting.app, person.person.id, setting.courseId);
    const runId = await setting.played({ desk: person }, {}, false);
    setting.app.clock.advance({ minutes: 5 });
    if (what.endsWith('since')) await finishCourse(setting.app, person.person.id, setting.courseId);
    await standing(person);
    await setting.app.drainJobs();
    const [one] = await followUps(runId);
    expect(one!.people).toEqual([{ id: person.person.id, name: '刘䶮', outcome }]);
    expect(one!.ruleId === null).toBe(assigned === 0);
    expect(await assignments()).toHaveLength(assigned);
  });

  it('when it had been completed before it should be done again by the new day, and taking it back should undo that', async () => {
    const person = await desk();
    await finishCourse(setting.app, person.person.id, setting.courseId);
    await standing(person);
    setting.app.clock.advance({ minutes: 10 });
    const runId = await setting.played({ desk: person });
    const [one] = await followUps(runId);
    expect(one!.people[0]!.outcome).toBe('assigned_again');
    const now = () =>
      setting.app.database.query(
        `SELECT s.progress, s.due_on AS due, s.counted, e.round, e.completed_at IS NOT NULL AS done
         FROM standing s JOIN enrolment e USING (person_id, course_id) WHERE s.person_id = $1 AND e.superseded_at IS NULL`,
        [person.person.id],
      );
    expect(await now()).toEqual([
      { progress: 'in_progress', due: one!.dueOn, counted: true, round: 2, done: false },
    ]);
    await setting.trainer.client.post(`/follow-ups/${one!.id}/undo`);
    expect(await now()).toMatchObject([{ progress: 'completed', counted: false, round: 1, done: true }]);
  });

  it('when the course is not published, or the person has left, nothing should follow', async () => {
    const person = await desk();
    const runId = await setting.played({ desk: person }, {}, false);
    await setting.app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [person.person.id]);
    await setting.app.drainJobs();
    const next = await setting.played({ desk: await desk() }, {}, false);
    await setting.app.database.query('UPDATE course SET published_version_id = NULL');
    await setting.app.drainJobs();
    expect([await followUps(runId), await followUps(next)]).toEqual([[], []]);
  });

  it('when a drill was played alone it should be for the one who played', async () => {
    const person = await desk();
    const { body } = await person.client.post('/learn/drills/solo', { scenarioId: setting.scenarioId });
    await setting.longer(650);
    await setting.app.drainJobs();
    expect(await assignments()).toEqual([{ personId: person.person.id, open: true }]);
    expect((await followUps(body.runId))[0]!.people[0]!.id).toBe(person.person.id);
  });

  it('when it is not for the caller it should refuse', async () => {
    const person = await desk();
    const runId = await setting.played({ desk: person });
    const list = `/drill-runs/${runId}/follow-ups`;
    const undo = `/follow-ups/${(await followUps(runId))[0]!.id}/undo`;
    for (const path of [list, undo]) {
      const call = (who: Cast['client']) => (path === list ? who.get(path) : who.post(path));
      expect((await call(setting.app.client())).status).toBe(401);
      expect((await call(person.client)).status).toBe(403);
    }
    const { client } = await setting.app.signedIn({ roles: ['employee', 'trainer'], scope: '法务部' });
    expect((await client.get(list)).body.code).toBe('drill.not_found');
    expect((await client.post(undo)).body).toMatchObject({ statusCode: 404, code: 'follow_up.not_found' });
    expect((await setting.trainer.client.post(`/follow-ups/${NOWHERE}/undo`)).body.code).toBe(
      'follow_up.not_found',
    );
    expect((await setting.trainer.client.post('/follow-ups/1/undo')).status).toBe(400);
  });

  it('when it is undone the assignment should be gone, and not come again', async () => {
    const runId = await setting.played({ desk: await desk() });
    const [{ id }] = (await followUps(runId)) as [FollowUp];
    const undone = await setting.trainer.client.post(`/follow-ups/${id}/undo`);
    expect([undone.status, undone.body.undoneAt]).toEqual([200, setting.app.clock.now().toISOString()]);
    expect((await assignments()).map(({ open }) => open)).toEqual([false]);
    expect((await setting.trainer.client.post(`/follow-ups/${id}/undo`)).body).toMatchObject({
      statusCode: 409,
      code: 'follow_up.undone',
    });
    await setting.tellAgain(runId);
    expect((await assignments()).map(({ open }) => open)).toEqual([false]);
    expect((await setting.report(runId)).followUps).toEqual([]);
  });

  it('when its rule was withdrawn already, undoing should still note it', async () => {
    const runId = await setting.played({ desk: await desk() });
    const [one] = (await followUps(runId)) as [FollowUp];
    await setting.trainer.client.post(`/audience-rules/${one.ruleId}/withdraw`).expect(200);
    await setting.trainer.client.post(`/follow-ups/${one.id}/undo`).expect(200);
  });
});
