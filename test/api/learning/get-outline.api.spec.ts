import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { attempted, doLessons, learner, outlinePath, save } from '../../support/learner.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

const { signals, steering, case: caseLesson, quizId } = FIXTURE;

describe('GET /learn/courses/:courseId', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
  });
  afterAll(() => app.stop());

  const outline = async (client: TestClient, locale = 'zh-CN') =>
    (await client.get(outlinePath(locale))).body;
  const lessonsOf = (body: { modules: { lessons: { id: string }[] }[] }) =>
    body.modules.map(({ lessons }) => lessons.map(({ id }) => id));

  it('when nobody is signed in it should answer 401, for an id that is none 400', async () => {
    expect((await app.client().get(outlinePath())).status).toBe(401);
    const { client } = await learner(app);
    expect((await client.get('/learn/courses/1')).status).toBe(400);
  });

  it('when the course is not assigned it should look like one that does not exist', async () => {
    const { client } = await app.signedIn({ roles: ['trainer'] });
    const foreign = await client.get(outlinePath());
    const missing = await client.get('/learn/courses/00000000-0000-7000-8000-000000000000');
    expect(foreign.status).toBe(404);
    expect(foreign.body).toEqual(missing.body);
    expect(foreign.body.code).toBe('course.not_found');
  });

  it('when it is not begun it should show the lessons of the present tier and a locked quiz', async () => {
    const { client } = await learner(app);
    const body = await outline(client);
    expect(lessonsOf(body)).toEqual([[signals.id], [caseLesson.id]]);
    expect(body).toMatchObject({
      card: { progress: 'not_started', percent: 0 },
      versionNumber: 1,
      newerVersion: false,
      outcomes: ['认出信号', '及时上报', '写出初步声明'],
      quiz: {
        id: quizId,
        title: '第一个小时测验',
        questions: 7,
        passPercent: 60,
        limitMinutes: 10,
        attemptsAllowed: 2,
        attemptsUsed: 0,
        bestPercent: null,
        passed: false,
        openAttemptId: null,
        lastAttemptId: null,
        locked: 'lessons_unfinished',
      },
    });
    expect(body.modules[1].lessons[0]).toMatchObject({
      isCase: true,
      forTier: false,
      state: 'not_started',
      percent: 0,
    });
    expect(await app.database.query('SELECT 1 FROM enrolment')).toEqual([]);
  });

  it('when the tier is another one it should be another course', async () => {
    const manager = await outline((await learner(app, 'manager')).client, 'en');
    const executive = await outline((await learner(app, 'executive')).client);
    expect(lessonsOf(manager)).toEqual([[signals.id, steering.id], [caseLesson.id]]);
    expect(lessonsOf(executive)).toEqual(lessonsOf(manager));
    expect(manager.outcomes[0]).toBe('Recognise a signal');
    expect(executive.card.minutesLeft).toBeGreaterThanOrEqual(10);
  });

  it('when nobody has begun it should leave the minutes of all lessons and of every question', async () => {
    const body = await outline((await learner(app)).client);
    const [version] = await app.database.query<{ tenths: number }>(
      `SELECT sum((minutes -> 'frontline' ->> 'zh')::int) AS tenths FROM lesson WHERE tiers IS NULL`,
    );
    expect(body.card.minutesLeft).toBe(Math.ceil(version!.tenths / 10 + 7));
  });

  it('when the lessons are done it should open the quiz, and lock it when the attempts are used up', async () => {
    const { client, person } = await learner(app);
    await doLessons(client);
    expect((await outline(client)).quiz.locked).toBeNull();
    await attempted(app, person.id, 40, false);
    expect((await outline(client)).quiz).toMatchObject({ attemptsUsed: 1, bestPercent: 40, locked: null });
    const second = await attempted(app, person.id, 30, false);
    expect((await outline(client)).quiz).toMatchObject({
      attemptsUsed: 2,
      bestPercent: 40,
      passed: false,
      lastAttemptId: second,
      locked: 'attempts_used_up',
    });
  });

  it('when an attempt is open it should lead back to it', async () => {
    const { client, person } = await learner(app);
    await doLessons(client);
    await attempted(app, person.id, 40, false);
    const open = await attempted(app, person.id, 0, false);
    await app.database.query(
      'UPDATE attempt SET finished_at = NULL, finished_by = NULL, score_percent = NULL, passed = NULL WHERE id = $1',
      [open],
    );
    const { quiz, card } = await outline(client);
    expect(quiz).toMatchObject({ attemptsUsed: 2, openAttemptId: open, locked: null, bestPercent: 40 });
    expect(card.resume).toMatchObject({ kind: 'quiz', id: quizId, openAttemptId: open });
  });

  it('when practice was done it should not count among the attempts', async () => {
    const { client, person } = await learner(app);
    await doLessons(client);
    const practice = await attempted(app, person.id, 100, true);
    await app.database.query(`UPDATE attempt SET kind = 'practice', practice_of = id WHERE id = $1`, [
      practice,
    ]);
    expect((await outline(client)).quiz).toMatchObject({
      attemptsUsed: 0,
      bestPercent: null,
      passed: false,
      lastAttemptId: null,
    });
  });

  it('when the language changes midway it should keep the percentage and change the words', async () => {
    const { client } = await learner(app);
    await save(client, signals.id, { blockId: signals.lastBlockId, seq: 1 });
    const [zh, en] = [await outline(client), await outline(client, 'en')];
    expect(en.card.percent).toBe(zh.card.percent);
    expect(en.card.resume).toMatchObject({ blockId: signals.lastBlockId, title: 'Signals' });
    expect(JSON.stringify(en)).not.toMatch(/\p{Script=Han}/u);
  });

  it('when content is asked for before its time it should hold no key of a case', async () => {
    const { client } = await learner(app);
    const { text } = await client.get(outlinePath());
    expect(text).not.toMatch(/quality|strong|acceptable|weak|consequence|feedback|早报/);
  });
});
