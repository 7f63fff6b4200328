import type { Answer } from '@readyroom/contract';
import { QUIZ, QuizSetting } from './quiz-setting.js';

describe('PUT /learn/attempts/:id/answers', () => {
  let quiz: QuizSetting;
  beforeAll(async () => {
    quiz = await QuizSetting.start();
  });
  afterAll(() => quiz.stop());

  const setup = async () => {
    const learner = await quiz.opened();
    const { client, attempt } = learner;
    return {
      ...learner,
      save: (answers: object[], device?: string) => quiz.save(client, attempt.id, answers, device),
      held: async () => (await client.get(`/learn/attempts/${attempt.id}`)).body.answers as object[],
    };
  };

  it('when nobody is signed in it should refuse', async () => {
    expect((await quiz.save(quiz.app.client(), QUIZ.quizId, [])).status).toBe(401);
  });

  it('when the password is still a temporary one it should refuse', async () => {
    const { client } = await quiz.newcomer();
    expect((await quiz.save(client, QUIZ.quizId, [])).status).toBe(403);
  });

  it.each([
    ['no answers', []],
    ['no sequence number', [{ position: 1, answer: null }]],
    ['an unknown field', [{ position: 1, seq: 1, answer: null, points: 1 }]],
    ['an unknown type', [{ position: 1, seq: 1, answer: { type: 'essay', text: 'x' } }]],
    [
      'a score beside the answer',
      [{ position: 1, seq: 1, answer: { type: 'boolean', value: true, correct: true } }],
    ],
  ])('when there is %s it should say what is wrong', async (_, answers) => {
    const { save } = await setup();
    const { status, body } = await save(answers);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
  });

  it('when everything fits it should hold it and answer with the clock of the server', async () => {
    const { attempt, save, held } = await setup();
    const answers = quiz.allRight(attempt, 4);
    const { status, body } = await save(answers);
    expect(status).toBe(200);
    expect(body).toEqual({
      results: answers.map(({ position, seq }) => ({ position, seq, status: 'saved' })),
      otherDevice: false,
      serverTime: quiz.app.clock.now().toISOString(),
      endsAt: attempt.endsAt,
    });
    expect(await held()).toEqual(answers);
  });

  it('when an answer does not fit its question it should name it and save nothing', async () => {
    const { attempt, save, held } = await setup();
    const [first, second] = quiz.allRight(attempt);
    const other: Answer =
      second!.answer.type === 'short' ? { type: 'boolean', value: true } : { type: 'short', text: 'x' };
    const { status, body } = await save([first!, { ...second!, answer: other }]);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'attempt.answer_mismatch', details: [{ path: 'answers.1' }] });
    expect(await held()).toEqual([]);
  });

  it('when a position does not exist it should name it', async () => {
    const { save } = await setup();
    const { status, body } = await save([{ position: QUIZ.questions + 1, seq: 1, answer: null }]);
    expect([status, body.code, body.details[0].path]).toEqual([400, 'attempt.answer_mismatch', 'answers.0']);
  });

  it('when an option was not shown it should name the answer', async () => {
    const { attempt, save } = await setup();
    const { position } = attempt.questions.find(({ type }) => type === 'single')!;
    for (const choice of ['o9', '9', 't1', 'o0']) {
      const { status, body } = await save([{ position, seq: 1, answer: { type: 'single', choice } }]);
      expect([status, body.code]).toEqual([400, 'attempt.answer_mismatch']);
    }
  });

  it('when an answer is older than the one held it should be left aside and reported as stale', async () => {
    const { attempt, save, held } = await setup();
    const [right] = quiz.allRight(attempt, 5);
    const [wrong] = quiz.allWrong(attempt, 4);
    await save([right!]);
    const { body } = await save([wrong!]);
    expect(body.results).toEqual([{ position: 1, seq: 5, status: 'stale' }]);
    expect(await held()).toEqual([right]);
  });

  it('when the same save is repeated because its reply was lost it should be reported as saved', async () => {
    const { attempt, save } = await setup();
    const answers = quiz.allRight(attempt, 5);
    const first = await save(answers);
    expect((await save(answers)).body).toEqual(first.body);
  });

  it('when another answer comes under a number already used it should be stale', async () => {
    const { attempt, save, held } = await setup();
    const right = quiz.allRight(attempt, 5);
    await save(right);
    const { body } = await save([{ ...quiz.allWrong(attempt, 5)[0]! }]);
    expect(body.results).toEqual([{ position: 1, seq: 5, status: 'stale' }]);
    expect(await held()).toEqual(right);
  });

  it('when one request holds several answers to a question the newest should win', async () => {
    const { attempt, save, held } = await setup();
    const [right] = quiz.allRight(attempt, 9);
    const [wrong] = quiz.allWrong(attempt, 8);
    const { body } = await save([wrong!, right!]);
    expect(body.results).toEqual([
      { position: 1, seq: 9, status: 'stale' },
      { position: 1, seq: 9, status: 'saved' },
    ]);
    expect(await held()).toEqual([right]);
  });

  it('when an answer is taken back it should be empty and keep its number', async () => {
    const { attempt, save, held } = await setup();
    await save(quiz.allRight(attempt, 1).slice(0, 1));
    await save([{ position: 1, seq: 2, answer: null }]);
    expect(await held()).toEqual([{ position: 1, seq: 2, answer: null }]);
    expect((await save(quiz.allRight(attempt, 1).slice(0, 1))).body.results[0].status).toBe('stale');
  });

  it('when saves arrive all at once in any order the highest number should hold', async () => {
    const { attempt, save, held } = await setup();
    const saves = Array.from({ length: 30 }, (_, i) =>
      (i % 2 ? quiz.allRight : quiz.allWrong).call(quiz, attempt, i + 1),
    );
    const shuffled = [...saves].sort((a, b) => ((a[0]!.seq * 7) % 31) - ((b[0]!.seq * 7) % 31));
    const replies = await Promise.all(shuffled.map((answers) => save(answers)));
    for (const [i, { status, body }] of replies.entries()) {
      expect(status).toBe(200);
      for (const result of body.results) expect(result.seq).toBeGreaterThanOrEqual(shuffled[i]![0]!.seq);
    }
    expect(await held()).toEqual(saves[29]);
  });

  it('when another device saved within the last minute it should say so, and no longer after that', async () => {
    const { save } = await setup();
    const answer = (seq: number) => [{ position: 1, seq, answer: null }];
    expect((await save(answer(1), 'phone-11')).body.otherDevice).toBe(false);
    expect((await save(answer(2), 'phone-11')).body.otherDevice).toBe(false);
    expect((await save(answer(3), 'laptop-1')).body.otherDevice).toBe(true);
    expect((await save(answer(4), 'phone-11')).body.otherDevice).toBe(true);
    quiz.app.clock.advance({ seconds: 61 });
    expect((await save(answer(5), 'laptop-1')).body.otherDevice).toBe(false);
  });

  it('when it arrives within three seconds after the end it should count, and no later', async () => {
    const late = await setup();
    quiz.app.clock.advance({ minutes: QUIZ.minutes, seconds: 3 });
    expect((await late.save(quiz.allRight(late.attempt))).status).toBe(200);
    quiz.app.clock.advance({ seconds: 1 });
    const { status, body } = await late.save(quiz.allWrong(late.attempt, 2));
    expect([status, body.code]).toEqual([409, 'attempt.finished']);
    const result = await late.client.get(`/learn/attempts/${late.attempt.id}/result`);
    expect(result.body).toMatchObject({ finishedBy: 'time', scorePercent: 100, passed: true });
  });

  it('when the attempt is handed in it should refuse and keep what counted', async () => {
    const { client, attempt, save } = await setup();
    await quiz.submit(client, attempt.id, { answers: quiz.allRight(attempt) });
    const { status, body } = await save(quiz.allWrong(attempt, 99));
    expect([status, body.code]).toEqual([409, 'attempt.finished']);
    expect((await client.get(`/learn/attempts/${attempt.id}/result`)).body.scorePercent).toBe(100);
  });
});
