import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { attempted, complete, doLessons, learner, outlinePath, save } from '../../support/learner.js';
import { TestApp } from '../../support/test-app.js';

const { signals, courseId } = FIXTURE;

describe('completing a course', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
  });
  afterAll(() => app.stop());

  const completions = (personId: string) =>
    app.database.query(
      `SELECT c.id, c.tier, c.department_id, c.attempt_id, c.score_percent, c.completed_at, v.number AS version,
              (SELECT count(*) FROM certificate WHERE completion_id = c.id) AS certificates
       FROM completion c JOIN course_version v ON v.id = c.version_id WHERE c.person_id = $1`,
      [personId],
    );

  it('when a lesson or the passed quiz is missing it should not complete', async () => {
    const { client, person } = await learner(app);
    await save(client, signals.id, { blockId: signals.lastBlockId, seq: 1, done: true });
    await attempted(app, person.id, 90, true);
    expect(await complete(app, person.id)).toBeNull();
    const other = await learner(app);
    await doLessons(other.client);
    await attempted(app, other.person.id, 40, false);
    expect(await complete(app, other.person.id)).toBeNull();
    expect(await completions(person.id)).toEqual([]);
    expect(await completions(other.person.id)).toEqual([]);
  });

  it('when all is done it should pin version, tier, department now and score, and issue one certificate', async () => {
    const { client, person } = await learner(app);
    await doLessons(client);
    const department = await app.department('总部/客服');
    await app.database.query(`UPDATE person SET department_id = $2, tier = 'manager' WHERE id = $1`, [
      person.id,
      department,
    ]);
    await attempted(app, person.id, 40, false);
    const attempt = await attempted(app, person.id, 90, true);
    app.clock.advance({ minutes: 3 });
    const id = await complete(app, person.id);
    expect(await completions(person.id)).toEqual([
      {
        id,
        tier: 'frontline',
        department_id: department,
        attempt_id: attempt,
        score_percent: 90,
        completed_at: app.clock.now(),
        version: 1,
        certificates: 1,
      },
    ]);
    const [standing] = await app.database.query(
      'SELECT progress, completed_at FROM standing WHERE person_id = $1',
      [person.id],
    );
    expect(standing).toEqual({ progress: 'completed', completed_at: app.clock.now() });
    const { card, quiz } = (await client.get(outlinePath())).body;
    expect(card).toMatchObject({
      progress: 'completed',
      percent: 100,
      minutesLeft: 0,
      resume: null,
      completedAt: app.clock.now().toISOString(),
      certificateId: expect.any(String),
    });
    expect(quiz).toMatchObject({
      attemptsUsed: 2,
      bestPercent: 90,
      passed: true,
      lastAttemptId: attempt,
      locked: null,
    });
  });

  it('when it is asked many times at once it should complete once', async () => {
    const { client, person } = await learner(app);
    await doLessons(client);
    await attempted(app, person.id, 80, true);
    const ids = await Promise.all(Array.from({ length: 12 }, () => complete(app, person.id)));
    expect(new Set(ids).size).toBe(1);
    expect(await completions(person.id)).toMatchObject([{ id: ids[0], certificates: 1 }]);
    const [counted] = await app.database.query(
      `SELECT sum(completed) AS people FROM standing_count WHERE course_id = $1`,
      [courseId],
    );
    const [real] = await app.database.query(
      `SELECT count(*) AS people FROM standing WHERE course_id = $1 AND progress = 'completed' AND counted`,
      [courseId],
    );
    expect(counted).toEqual(real);
  });

  it('when the last lesson is done after the quiz was passed it should complete with that lesson', async () => {
    const { client, person } = await learner(app);
    await doLessons(client);
    await app.database.query(
      `UPDATE lesson_progress SET done_at = NULL, percent = 50 WHERE lesson_id = $1
       AND enrolment_id = (SELECT id FROM enrolment WHERE person_id = $2)`,
      [signals.id, person.id],
    );
    await attempted(app, person.id, 70, true);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        save(client, signals.id, { blockId: signals.lastBlockId, seq: 100 + i, done: true }),
      ),
    );
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(body).toMatchObject({
        state: 'done',
        coursePercent: 100,
        minutesLeft: 0,
        courseProgress: 'completed',
      });
    }
    expect(await completions(person.id)).toMatchObject([{ score_percent: 70, certificates: 1 }]);
  });

  it('when lessons are saved after completion it should stay complete', async () => {
    const { client, person } = await learner(app);
    await doLessons(client);
    await attempted(app, person.id, 100, true);
    await complete(app, person.id);
    const { body } = await save(client, signals.id, { blockId: signals.firstBlockId, seq: 99 });
    expect(body).toMatchObject({
      state: 'done',
      coursePercent: 100,
      minutesLeft: 0,
      courseProgress: 'completed',
    });
    const [row] = await app.database.query('SELECT percent FROM enrolment WHERE person_id = $1', [person.id]);
    expect(row).toEqual({ percent: 100 });
  });
});
