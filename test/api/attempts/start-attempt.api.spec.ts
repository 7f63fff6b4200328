import type { OpenAttempt } from '@readyroom/contract';
import { QUIZ, QuizSetting } from './quiz-setting.js';

describe('POST /learn/quizzes/:quizId/attempts', () => {
  let quiz: QuizSetting;
  const NOWHERE = '00000000-0000-7000-8000-000000000000';

  beforeAll(async () => {
    quiz = await QuizSetting.start();
  });
  afterAll(() => quiz.stop());

  it('when nobody is signed in it should refuse', async () => {
    expect((await quiz.startQuiz({ client: quiz.app.client() })).status).toBe(401);
  });

  it('when the password is still a temporary one it should refuse', async () => {
    const { client } = await quiz.newcomer();
    const { status, body } = await quiz.startQuiz({ client });
    expect([status, body.code]).toEqual([403, 'auth.password_change_required']);
  });

  it('when the course is not named it should say so', async () => {
    const { client } = await quiz.learner();
    const { status, body } = await client.post(`/learn/quizzes/${QUIZ.quizId}/attempts`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'request.invalid', details: [{ path: 'courseId' }] });
  });

  it('when quiz or course do not exist, do not belong together or were not begun it should answer the same', async () => {
    const { client } = await quiz.learner();
    const stranger = await quiz.app.signedIn();
    const answers = [
      await client.post(`/learn/quizzes/${NOWHERE}/attempts?courseId=${QUIZ.courseId}`),
      await client.post(`/learn/quizzes/${QUIZ.quizId}/attempts?courseId=${NOWHERE}`),
      await quiz.startQuiz(stranger),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(404);
      expect(body).toEqual(answers[0]!.body);
      expect(body.code).toBe('quiz.not_found');
    }
  });

  it('when lessons are unfinished it should refuse', async () => {
    const { status, body } = await quiz.startQuiz(await quiz.beginner());
    expect([status, body.code]).toEqual([409, 'quiz.lessons_unfinished']);
  });

  it('when all lessons of the tier are done it should open a timed attempt with questions for that tier', async () => {
    for (const tier of ['executive', 'manager', 'frontline'] as const) {
      const { attempt, enrolmentId } = await quiz.opened({ tier });
      expect(attempt).toMatchObject({
        kind: 'graded',
        number: 1,
        quizId: QUIZ.quizId,
        courseId: QUIZ.courseId,
        passPercent: 60,
      });
      expect(attempt.startedAt).toBe(quiz.app.clock.now().toISOString());
      expect(Date.parse(attempt.endsAt!) - Date.parse(attempt.startedAt)).toBe(QUIZ.minutes * 60_000);
      expect(attempt.questions.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(attempt.answers).toEqual([]);
      const drawn = await quiz.rows<{ tiers: string[] | null; topic: string }>(
        `SELECT v.tiers::text[] AS tiers, q.topic_key AS topic FROM attempt a JOIN attempt_question q ON q.attempt_id = a.id
         JOIN question_version v ON v.id = q.question_version_id WHERE a.enrolment_id = $1`,
        [enrolmentId],
      );
      expect(drawn.every(({ tiers }) => tiers === null || tiers.includes(tier))).toBe(true);
      expect(drawn.some(({ tiers }) => tiers?.includes(tier))).toBe(true);
      expect(drawn.filter(({ topic }) => topic === 'statements')).toHaveLength(2);
    }
  });

  it('when an attempt is open it should give back the same one with status 200', async () => {
    const learner = await quiz.learner();
    const first = await quiz.startQuiz(learner);
    const again = await quiz.startQuiz(learner);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
  });

  it('when twenty requests come at once it should open exactly one', async () => {
    const learner = await quiz.learner();
    const answers = await Promise.all(Array.from({ length: 20 }, () => quiz.startQuiz(learner)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(
      await quiz.rows('SELECT id FROM attempt WHERE enrolment_id = $1', [learner.enrolmentId]),
    ).toHaveLength(1);
  });

  it('when the last attempt was failed it should open the next, with questions not met before where there are any', async () => {
    // Two of four statements are drawn each time, so those of a second attempt can all be new. Chance alone would
    // manage that for six learners once in fifty thousand runs.
    const statements = (attempt: OpenAttempt) =>
      quiz.rows<{ id: string }>(
        `SELECT question_id AS id FROM attempt_question WHERE attempt_id = $1 AND topic_key = 'statements'`,
        [attempt.id],
      );
    for (let i = 0; i < 6; i++) {
      const learner = await quiz.opened();
      const before = learner.attempt;
      await quiz.submit(learner.client, before.id, { answers: quiz.allWrong(before) });
      const next = await quiz.open(learner);
      expect(next).toMatchObject({ number: 2, answers: [] });
      expect(next.id).not.toBe(before.id);
      const seen = [...(await statements(before)), ...(await statements(next))].map(({ id }) => id);
      expect(new Set(seen).size).toBe(4);
    }
  });

  it('when all attempts are used up it should refuse', async () => {
    const learner = await quiz.learner();
    for (let i = 0; i < QUIZ.attempts; i++) await quiz.submit(learner.client, (await quiz.open(learner)).id);
    const { status, body } = await quiz.startQuiz(learner);
    expect([status, body.code]).toEqual([409, 'quiz.attempts_used_up']);
  });

  it('when the quiz is passed it should refuse', async () => {
    const learner = await quiz.opened();
    expect((await quiz.pass(learner)).passed).toBe(true);
    const { status, body } = await quiz.startQuiz(learner);
    expect([status, body.code]).toEqual([409, 'quiz.already_passed']);
  });

  it('when the time of the open attempt is up it should end that one and open the next', async () => {
    const learner = await quiz.opened();
    quiz.app.clock.advance({ minutes: QUIZ.minutes, seconds: 4 });
    const next = await quiz.startQuiz(learner);
    expect(next.status).toBe(201);
    expect(next.body.number).toBe(2);
    const { body } = await learner.client.get(`/learn/attempts/${learner.attempt.id}/result`);
    expect(body).toMatchObject({ finishedBy: 'time', finishedAt: learner.attempt.endsAt, scorePercent: 0 });
  });

  it('when the pool cannot fill the draw it should refuse and open nothing', async () => {
    const small = await QuizSetting.start();
    await small.rows(`DELETE FROM course_version_question p USING question_version v
      WHERE v.id = p.question_version_id AND v.topic_key = 'statements' AND v.difficulty > 1`);
    const learner = await small.learner();
    const { status, body } = await small.startQuiz(learner);
    expect([status, body.code]).toEqual([409, 'quiz.pool_too_small']);
    expect(await small.rows('SELECT id FROM attempt')).toHaveLength(0);
    await small.stop();
  });
});

describe('GET /learn/attempts/:id', () => {
  let quiz: QuizSetting;
  beforeAll(async () => {
    quiz = await QuizSetting.start();
  });
  afterAll(() => quiz.stop());

  it('when nobody is signed in it should refuse', async () => {
    expect((await quiz.app.client().get(`/learn/attempts/${QUIZ.quizId}`)).status).toBe(401);
  });

  it('when the id is no id it should say so', async () => {
    const { client } = await quiz.learner();
    expect((await client.get('/learn/attempts/mine')).status).toBe(400);
  });

  it('when it belongs to somebody else every route should answer as if it did not exist', async () => {
    const owner = await quiz.opened();
    const { client } = await quiz.learner();
    const save = { deviceId: 'device-one', answers: [{ position: 1, seq: 1, answer: null }] };
    // The owner's save leaves the attempt known to the process; that must not help a stranger.
    expect((await quiz.save(owner.client, owner.attempt.id, save.answers)).status).toBe(200);
    const calls = (id: string) => [
      client.get(`/learn/attempts/${id}`),
      client.put(`/learn/attempts/${id}/answers`, save),
      client.post(`/learn/attempts/${id}/submit`, {}),
      client.get(`/learn/attempts/${id}/result`),
      client.post(`/learn/attempts/${id}/practice`),
    ];
    const foreign = await Promise.all(calls(owner.attempt.id));
    const missing = await Promise.all(calls('00000000-0000-7000-8000-000000000000'));
    for (const { status, body } of [...foreign, ...missing]) {
      expect(status).toBe(404);
      expect(body).toEqual({ statusCode: 404, code: 'attempt.not_found', message: expect.any(String) });
    }
    expect((await owner.client.get(`/learn/attempts/${owner.attempt.id}`)).status).toBe(200);
  });

  it('when it is open it should answer the same questions in the same order, with what was saved', async () => {
    const { client, attempt } = await quiz.opened();
    const answers = quiz.allRight(attempt, 3);
    await quiz.save(client, attempt.id, answers);
    quiz.app.clock.advance({ seconds: 30 });
    const { status, body } = await client.get(`/learn/attempts/${attempt.id}`);
    expect(status).toBe(200);
    expect(body).toEqual({ ...attempt, answers, serverTime: quiz.app.clock.now().toISOString() });
  });

  it('when it is over it should say so', async () => {
    const { client, attempt } = await quiz.opened();
    await quiz.submit(client, attempt.id);
    const { status, body } = await client.get(`/learn/attempts/${attempt.id}`);
    expect([status, body.code]).toEqual([409, 'attempt.finished']);
  });

  it('when its time is up it should end it and say so', async () => {
    const { client, attempt } = await quiz.opened();
    quiz.app.clock.advance({ minutes: QUIZ.minutes, seconds: 4 });
    const { status, body } = await client.get(`/learn/attempts/${attempt.id}`);
    expect([status, body.code]).toEqual([409, 'attempt.finished']);
    const [row] = await quiz.rows<{ finished_by: string }>('SELECT finished_by FROM attempt WHERE id = $1', [
      attempt.id,
    ]);
    expect(row!.finished_by).toBe('time');
  });
});
