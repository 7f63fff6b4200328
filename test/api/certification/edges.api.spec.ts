import { Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { Certifications } from '../../../api/src/modules/certification/index.js';
import { lockPeople, refreshStandings } from '../../../api/src/modules/standings/index.js';
import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { doCourse, hrDesk, mine, yearly } from './program-setting.js';

describe('programs where things meet', () => {
  let app: TestApp;
  let desk: Awaited<ReturnType<typeof hrDesk>>;
  let person: TestPerson;
  let programId: string;

  beforeEach(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    desk = await hrDesk(app);
    person = await app.person({ department: '客服' });
    programId = await desk.program();
  });
  afterEach(() => app.stop());

  const change = async (column: string, value: unknown) => {
    await app.database.transaction(async (tx) => {
      await tx.query(`UPDATE person SET ${column} = $2, updated_at = $3 WHERE id = $1`, [
        person.id,
        value,
        app.clock.now(),
      ]);
      await app.app.get(Reconciliation).promise(tx, [person.id]);
    });
    await app.drainJobs();
  };
  const open = () =>
    app.database.query(`SELECT course_id FROM assignment WHERE person_id = $1 AND withdrawn_at IS NULL`, [
      person.id,
    ]);

  it('when somebody finishes while they are being moved out, what is finished should stay', async () => {
    await desk.rule(programId, { departmentIds: [person.departmentId] });
    const elsewhere = await app.department('研发');
    await app.database.query('UPDATE person SET department_id = $2, updated_at = $3 WHERE id = $1', [
      person.id,
      elsewhere,
      app.clock.now(),
    ]);
    // The completion is written but not committed when the job begins to look.
    let evaluated: Promise<void> | undefined;
    await app.database.transaction(async (tx) => {
      await lockPeople(tx, [person.id]);
      await tx.query(
        `WITH e AS (INSERT INTO enrolment (person_id, course_id, version_id, tier, started_at, last_activity_at, completed_at, percent)
           SELECT p.id, c.id, c.published_version_id, p.tier, $3, $3, $3, 100 FROM person p, course c WHERE p.id = $1 AND c.id = $2 RETURNING *)
         INSERT INTO completion (person_id, course_id, version_id, enrolment_id, tier, department_id, score_percent, completed_at)
         SELECT person_id, course_id, version_id, id, tier, $4, 90, $3 FROM e`,
        [person.id, FIXTURE.courseId, app.clock.now(), elsewhere],
      );
      await refreshStandings(tx, { personIds: [person.id], courseIds: [FIXTURE.courseId] });
      evaluated = app.app
        .get(Reconciliation)
        .handle({ personIds: [person.id], advanceRuleId: null, programId: null });
      // It has come as far as it gets: it waits for the person.
      for (let waits = 0; waits === 0;)
        waits = (
          await app.database.query<{ n: number }>(
            `SELECT count(*) AS n FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'`,
          )
        )[0]!.n;
      await app.app.get(Certifications).afterLearning(tx, person.id, FIXTURE.courseId);
    });
    await evaluated;
    expect(await open()).toHaveLength(1);
    expect(await mine(app, person)).toMatchObject({ status: 'compliant', assigned: true });
  });

  it('when two devices finish at once it should complete one period', async () => {
    await desk.rule(programId, { departmentIds: [person.departmentId] });
    await doCourse(app, person);
    const advance = () =>
      app.database.transaction((tx) =>
        app.app.get(Certifications).afterLearning(tx, person.id, FIXTURE.courseId),
      );
    await Promise.all([advance(), advance(), advance()]);
    expect(
      (await mine(app, person)).periods.map(({ number, completedAt }) => [number, completedAt !== null]),
    ).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  it('when somebody comes back after their certification has run out they should have the time that joiners have', async () => {
    await desk.rule(
      programId,
      { departmentIds: [person.departmentId] },
      { dueAfter: { kind: 'after_assignment', days: 30 } },
    );
    await doCourse(app, person);
    await change('status', 'left');
    app.clock.set('2027-08-01T01:00:00Z');
    // The hourly sweep finds that what they held has run out while they were away.
    await app.app.get(Reconciliation).handle({ personIds: null, advanceRuleId: null, programId: null });
    app.clock.set('2027-09-01T01:00:00Z');
    await change('status', 'active');
    expect(await mine(app, person)).toMatchObject({ status: 'in_grace', dueOn: '2027-10-01', path: 'full' });
    app.clock.set('2027-10-20T01:00:00Z');
    expect(await mine(app, person)).toMatchObject({ status: 'overdue' });
    expect((await mine(app, person)).periods).toHaveLength(2);
  });

  it('what was done so long ago that it would have run out should not count, to the day', async () => {
    await doCourseAlone('2026-03-02T01:00:00Z');
    app.clock.set('2027-03-02T01:00:00Z');
    await desk.rule(programId, { departmentIds: [person.departmentId] }, { dueOn: null });
    await app.drainJobs();
    expect(await mine(app, person)).toMatchObject({ status: 'in_progress', periods: [] });
  });

  it('what was done a day later should count for the one day that is left', async () => {
    await doCourseAlone('2026-03-02T01:00:00Z');
    app.clock.set('2027-03-01T01:00:00Z');
    await desk.rule(programId, { departmentIds: [person.departmentId] }, { dueOn: null });
    await app.drainJobs();
    expect(await mine(app, person)).toMatchObject({ status: 'expiring_soon', validUntil: '2027-03-01' });
  });

  it('an archived program should be given to nobody new, stay with its people, and come back with restoring', async () => {
    await desk.rule(programId, { everybody: true });
    await (await desk.client()).post(`/programs/${programId}/archive`).expect(200);
    const late = await app.person({ department: '客服' });
    const programsOf = async (who: TestPerson) =>
      (
        await app.database.query<{ n: number }>(
          'SELECT count(*) AS n FROM program_assignment WHERE person_id = $1 AND withdrawn_at IS NULL',
          [who.id],
        )
      )[0]!.n;
    const sweep = () =>
      app.app.get(Reconciliation).handle({ personIds: null, advanceRuleId: null, programId: null });
    await sweep();
    expect([await programsOf(person), await programsOf(late)]).toEqual([1, 0]);
    await (await desk.client()).post(`/programs/${programId}/restore`).expect(200);
    await app.drainJobs();
    expect(await programsOf(late)).toBe(1);
  });

  it('another validity in between should leave earlier periods alone and count from where they end', async () => {
    await desk.rule(programId, { departmentIds: [person.departmentId] });
    await doCourse(app, person);
    const [before] = (await mine(app, person)).periods.slice(-1);
    const { body } = await (await desk.client()).get(`/programs/${programId}`).expect(200);
    const document = yearly({
      renewal: { validityMonths: 6, windowDays: 30, graceDays: 7, anchor: 'fixed' },
    });
    await (
      await desk.client()
    )
      .post(`/programs/${programId}/versions`, { document, basedOn: body.version.id })
      .expect(200);
    await app.drainJobs();
    expect((await mine(app, person)).periods.at(-1)).toEqual(before);
    app.clock.set('2027-02-20T01:00:00Z');
    await (await app.as(person)).post(`/learn/courses/${FIXTURE.courseId}/again`).expect(200);
    await doCourse(app, person);
    expect(await mine(app, person)).toMatchObject({ status: 'compliant', validUntil: '2027-09-01' });
    expect((await mine(app, person)).periods.at(-1)).toEqual(before);
  });

  it('a waiver should cover a revocation while it holds, and no longer', async () => {
    await desk.rule(programId, { departmentIds: [person.departmentId] });
    await doCourse(app, person);
    const at = `/people/${person.id}/certifications/${programId}`;
    const hr = await desk.client();
    await hr.post(`${at}/revoke`, { reason: '代答', dueDays: 7 }).expect(200);
    expect((await mine(app, person)).status).toBe('revoked');
    const waived = await hr
      .post(`${at}/waivers`, { kind: 'waiver', until: '2026-03-05', reason: '产假' })
      .expect(200);
    expect((await mine(app, person)).status).toBe('waived');
    await hr
      .post(`${at}/waivers/${waived.body.items[0].waivers[0].id}/end`, { reason: '提前返岗' })
      .expect(200);
    expect((await mine(app, person)).status).toBe('revoked');
    await hr.post(`${at}/revoke`, { reason: '再次', dueDays: 7 }).expect(409);
  });

  /** Does the course without being asked, on a day. */
  async function doCourseAlone(at: string): Promise<void> {
    app.clock.set(at);
    await app.database.query(
      `WITH e AS (INSERT INTO enrolment (person_id, course_id, version_id, tier, started_at, last_activity_at, completed_at, percent)
         SELECT p.id, c.id, c.published_version_id, p.tier, $3, $3, $3, 100 FROM person p, course c WHERE p.id = $1 AND c.id = $2 RETURNING *)
       INSERT INTO completion (person_id, course_id, version_id, enrolment_id, tier, department_id, score_percent, completed_at)
       SELECT person_id, course_id, version_id, id, tier, $4, 90, $3 FROM e`,
      [person.id, FIXTURE.courseId, app.clock.now(), person.departmentId],
    );
  }
});
