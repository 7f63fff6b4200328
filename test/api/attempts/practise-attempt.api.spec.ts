import type { OpenAttempt } from '@readyroom/contract';
import { QUIZ, QuizSetting } from './quiz-setting.js';

describe('POST /learn/attempts/:id/practice', () => {
  let quiz: QuizSetting;
  beforeAll(async () => {
    quiz = await QuizSetting.start();
  });
  afterAll(() => quiz.stop());

  /** Somebody who failed with the first two questions right. */
  const failed = async () => {
    const learner = await quiz.opened();
    const { client, attempt } = learner;
    const answers = [...quiz.allRight(attempt).slice(0, 2), ...quiz.allWrong(attempt).slice(2)];
    await quiz.submit(client, attempt.id, { answers });
    return { ...learner, practise: (id = attempt.id) => client.post(`/learn/attempts/${id}/practice`) };
  };

  it('when nobody is signed in it should refuse', async () => {
    expect((await quiz.app.client().post(`/learn/attempts/${QUIZ.quizId}/practice`)).status).toBe(401);
  });

  it('when the password is still a temporary one it should refuse', async () => {
    const { client } = await quiz.newcomer();
    expect((await client.post(`/learn/attempts/${QUIZ.quizId}/practice`)).status).toBe(403);
  });

  it('when the attempt is open it should refuse', async () => {
    const { client, attempt } = await quiz.opened();
    const { status, body } = await client.post(`/learn/attempts/${attempt.id}/practice`);
    expect([status, body.code]).toEqual([409, 'attempt.not_finished']);
  });

  it('when the time of the attempt is up it should end it and practise', async () => {
    const { client, attempt } = await quiz.opened();
    quiz.app.clock.advance({ minutes: QUIZ.minutes, seconds: 4 });
    const { status, body } = await client.post(`/learn/attempts/${attempt.id}/practice`);
    expect(status).toBe(201);
    expect(body.questions).toHaveLength(QUIZ.questions);
  });

  it('when everything was right it should refuse', async () => {
    const learner = await quiz.opened();
    await quiz.pass(learner);
    const { status, body } = await learner.client.post(`/learn/attempts/${learner.attempt.id}/practice`);
    expect([status, body.code]).toEqual([409, 'attempt.nothing_to_practise']);
  });

  it('when some were wrong it should open those, untimed', async () => {
    const { attempt, practise } = await failed();
    const { status, body } = await practise();
    expect(status).toBe(201);
    expect(body).toMatchObject({ kind: 'practice', number: 1, endsAt: null, answers: [] });
    const prompts = ({ questions }: OpenAttempt) => questions.map(({ prompt }) => prompt.en);
    expect(prompts(body)).toEqual(prompts(attempt).slice(2));
    expect(body.questions.map(({ position }: { position: number }) => position)).toEqual([1, 2, 3, 4, 5]);
  });

  it('when it is open it should give back the same one, also to requests at the same time', async () => {
    const { practise } = await failed();
    const replies = await Promise.all(Array.from({ length: 10 }, () => practise()));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(9);
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
  });

  it('when it is handed in it should give feedback, change nothing that counts, and may begin again', async () => {
    const learner = await failed();
    const { client, enrolmentId } = learner;
    const counted = () =>
      quiz.rows(
        `SELECT (SELECT json_agg(a ORDER BY a.id) FROM attempt a WHERE a.enrolment_id = e.id AND a.kind = 'graded') AS graded,
           (SELECT count(*) FROM completion c WHERE c.enrolment_id = e.id) AS completions, e.*
         FROM enrolment e WHERE id = $1`,
        [enrolmentId],
      );
    const before = await counted();
    const practice = (await learner.practise()).body as OpenAttempt;
    const { body } = await quiz.submit(client, practice.id, { answers: quiz.allRight(practice) });
    expect(body).toMatchObject({
      kind: 'practice',
      scorePercent: 100,
      wrong: 0,
      attemptsLeft: 1,
      courseCompleted: false,
    });
    expect(body.questions[0].rationale.en).toMatch(/^Because/);
    expect(await counted()).toEqual(before);
    const again = await learner.practise();
    expect([again.status, again.body.number]).toEqual([201, 2]);
  });

  it('when a practice goes wrong again it should be possible to practise what is left of it', async () => {
    const { client, practise } = await failed();
    const practice = (await practise()).body as OpenAttempt;
    const answers = [...quiz.allRight(practice).slice(0, 4), ...quiz.allWrong(practice).slice(4)];
    await quiz.submit(client, practice.id, { answers });
    const { status, body } = await practise(practice.id);
    expect(status).toBe(201);
    expect(body.questions).toHaveLength(1);
  });

  it('when a practice of another attempt is open it should end that one', async () => {
    const learner = await failed();
    const first = (await learner.practise()).body as OpenAttempt;
    const second = await quiz.open(learner);
    await quiz.submit(learner.client, second.id);
    const { status, body } = await learner.practise(second.id);
    expect(status).toBe(201);
    expect(body.questions).toHaveLength(QUIZ.questions);
    expect((await learner.client.get(`/learn/attempts/${first.id}`)).body.code).toBe('attempt.finished');
  });

  it('when it stays open for days it should not expire, and not stand in the way of a graded attempt', async () => {
    const learner = await failed();
    const practice = (await learner.practise()).body as OpenAttempt;
    quiz.app.clock.advance({ days: 1 });
    expect((await learner.client.get(`/learn/attempts/${practice.id}`)).status).toBe(200);
    expect((await quiz.startQuiz(learner)).status).toBe(201);
  });
});
