import type { AttemptResult } from '@readyroom/contract';
import { ATTEMPT_SAVE } from '../../../api/src/modules/attempts/attempts.sql.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { QUIZ, QuizSetting } from './quiz-setting.js';

describe('POST /learn/attempts/:id/submit', () => {
  let quiz: QuizSetting;
  beforeAll(async () => {
    quiz = await QuizSetting.start();
  });
  afterAll(() => quiz.stop());

  const completions = (enrolmentId: string) =>
    quiz.rows<{ attempt_id: string; score_percent: number; tier: string }>(
      'SELECT attempt_id, score_percent, tier FROM completion WHERE enrolment_id = $1',
      [enrolmentId],
    );

  it('when nobody is signed in it should refuse', async () => {
    expect((await quiz.submit(quiz.app.client(), QUIZ.quizId)).status).toBe(401);
  });

  it('when the password is still a temporary one it should refuse', async () => {
    const { client } = await quiz.newcomer();
    expect((await quiz.submit(client, QUIZ.quizId)).status).toBe(403);
  });

  it('when the key of the request is too short or the body has unknown fields it should say so', async () => {
    const { client, attempt } = await quiz.opened();
    const short = await quiz.submit(client, attempt.id, {}, 'short');
    expect(short.status).toBe(400);
    expect(short.body).toMatchObject({ code: 'request.invalid', details: [{ path: 'Idempotency-Key' }] });
    expect((await quiz.submit(client, attempt.id, { score: 100 })).status).toBe(400);
    expect((await client.get(`/learn/attempts/${attempt.id}`)).status).toBe(200);
  });

  it('when everything is right it should pass, complete the course once and show the certificate', async () => {
    const learner = await quiz.opened({ tier: 'manager' });
    const result = await quiz.pass(learner);
    expect(result).toMatchObject({
      id: learner.attempt.id,
      kind: 'graded',
      number: 1,
      points: QUIZ.questions,
      maxPoints: QUIZ.questions,
      scorePercent: 100,
      passed: true,
      finishedBy: 'learner',
      finishedAt: quiz.app.clock.now().toISOString(),
      attemptsLeft: QUIZ.attempts - 1,
      courseCompleted: true,
      certificateId: expect.any(String),
      wrong: 0,
    });
    expect(await completions(learner.enrolmentId)).toEqual([
      { attempt_id: learner.attempt.id, score_percent: 100, tier: 'manager' },
    ]);
  });

  it('when nothing is answered it should fail without completing anything', async () => {
    const { client, attempt, enrolmentId } = await quiz.opened();
    const { status, body } = await quiz.submit(client, attempt.id, { answers: [] });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      points: 0,
      scorePercent: 0,
      passed: false,
      wrong: QUIZ.questions,
      courseCompleted: false,
      certificateId: null,
    });
    expect(body.questions.every(({ yourAnswer }: { yourAnswer: unknown }) => yourAnswer === null)).toBe(true);
    expect(await completions(enrolmentId)).toEqual([]);
  });

  it('when answers come along they should count by their numbers like saved ones', async () => {
    const { client, attempt } = await quiz.opened();
    await quiz.save(client, attempt.id, quiz.allRight(attempt, 5));
    const [first, second, ...rest] = quiz.allWrong(attempt, 6);
    const older = rest.map((answer) => ({ ...answer, seq: 4 }));
    const { body } = await quiz.submit(client, attempt.id, { answers: [first!, second!, ...older] });
    expect(body).toMatchObject({ points: QUIZ.questions - 2, wrong: 2 });
  });

  it('when an answer does not fit it should refuse and leave the attempt open', async () => {
    const { client, attempt } = await quiz.opened();
    const answers = [{ position: 200, seq: 1, answer: null }];
    const { status, body } = await quiz.submit(client, attempt.id, { answers });
    expect([status, body.code]).toEqual([400, 'attempt.answer_mismatch']);
    expect((await client.get(`/learn/attempts/${attempt.id}`)).status).toBe(200);
  });

  it('when it is repeated with the same key and body it should answer the same', async () => {
    const { client, attempt, enrolmentId } = await quiz.opened();
    const body = { answers: quiz.allRight(attempt) };
    const first = await quiz.submit(client, attempt.id, body, 'request-0001');
    quiz.app.clock.advance({ minutes: 1 });
    const again = await quiz.submit(client, attempt.id, body, 'request-0001');
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect(await completions(enrolmentId)).toHaveLength(1);
  });

  it('when the same key comes with another body it should refuse', async () => {
    const { client, attempt } = await quiz.opened();
    await quiz.submit(client, attempt.id, { answers: quiz.allRight(attempt) }, 'request-0002');
    const { status, body } = await quiz.submit(
      client,
      attempt.id,
      { answers: quiz.allWrong(attempt) },
      'request-0002',
    );
    expect([status, body.code]).toEqual([409, 'attempt.key_reused']);
  });

  it('when another request comes after the end it should answer the result that stands', async () => {
    const { client, attempt } = await quiz.opened();
    const first = await quiz.submit(client, attempt.id, { answers: quiz.allWrong(attempt) }, 'request-0003');
    const later = await quiz.submit(
      client,
      attempt.id,
      { answers: quiz.allRight(attempt, 9) },
      'request-0004',
    );
    const without = await quiz.submit(client, attempt.id, {
      answers: [{ position: 200, seq: 1, answer: null }],
    });
    expect(later.body).toEqual(first.body);
    expect(without.body).toEqual(first.body);
  });

  it('when fifty requests come at once, half alike and half all different, it should give one score', async () => {
    const { client, attempt, enrolmentId } = await quiz.opened();
    const alike = { answers: quiz.allRight(attempt, 50) };
    const requests = Array.from({ length: 25 }, (_, i) => [
      quiz.submit(client, attempt.id, alike, 'the-same-key'),
      quiz.submit(
        client,
        attempt.id,
        { answers: quiz.allWrong(attempt, i + 1).slice(0, 1 + (i % 7)) },
        `another-key-${i}`,
      ),
    ]).flat();
    const replies = await Promise.all(requests);
    expect(replies.map(({ status }) => status)).toEqual(Array<number>(50).fill(200));
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const attempts = await quiz.rows<{ finished_at: Date; score_percent: number }>(
      'SELECT finished_at, score_percent FROM attempt WHERE enrolment_id = $1',
      [enrolmentId],
    );
    expect(attempts).toHaveLength(1);
    expect(attempts[0]!.score_percent).toBe(replies[0]!.body.scorePercent);
    expect((await completions(enrolmentId)).length).toBe(replies[0]!.body.passed ? 1 : 0);
  });

  it('when saves and submits cross it should score exactly what is held in the end', async () => {
    for (let round = 0; round < 10; round++) {
      const { client, attempt } = await quiz.opened();
      const saves = Array.from({ length: 10 }, (_, i) =>
        quiz.save(client, attempt.id, i % 2 ? quiz.allRight(attempt, i + 1) : quiz.allWrong(attempt, i + 1)),
      );
      const submits = [
        quiz.submit(client, attempt.id),
        quiz.submit(client, attempt.id, {}, `cross-key-${round}`),
      ];
      const replies = await Promise.all([...saves.slice(0, 5), ...submits, ...saves.slice(5)]);
      expect(replies.every(({ status }) => status === 200 || status === 409)).toBe(true);
      const { body } = (await client.get(`/learn/attempts/${attempt.id}/result`)) as { body: AttemptResult };
      const rows = await quiz.rows<{ answer_seq: number }>(
        'SELECT answer_seq FROM attempt_question WHERE attempt_id = $1',
        [attempt.id],
      );
      const seqs = new Set(rows.map(({ answer_seq }) => answer_seq));
      expect(seqs.size).toBe(1);
      const [seq] = seqs;
      expect(body.scorePercent).toBe(seq! > 0 && seq! % 2 === 0 ? 100 : 0);
      // Whoever was told "saved" before the end finds that answer, or a newer one, in the result.
      for (const reply of replies)
        for (const { status, seq: told } of reply.body.results ?? [])
          if (status === 'saved') expect(told).toBeLessThanOrEqual(seq!);
    }
  });

  it('when it has to wait for a save under way it should count what that one saved', async () => {
    const { client, attempt, person } = await quiz.opened();
    const { position, type } = attempt.questions.find((question) => question.type === 'single')!;
    const [known] = await quiz.rows<{ choice: string }>(
      `SELECT k.answer ->> 'choice' AS choice FROM attempt_question q
       JOIN question_key k ON k.question_version_id = q.question_version_id WHERE attempt_id = $1 AND position = $2`,
      [attempt.id, position],
    );
    const now = quiz.app.clock.now();
    let submitted: Promise<{ body: AttemptResult }> | undefined;
    await quiz.app.database.transaction(async (save) => {
      const answer = JSON.stringify({ type, choice: known!.choice });
      await save.query(ATTEMPT_SAVE, [
        attempt.id,
        person.id,
        'device-two',
        now,
        now,
        now,
        [position],
        [7],
        [answer],
      ]);
      submitted = quiz.submit(client, attempt.id).then((reply) => reply);
      const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while ((await quiz.rows(waiting)).length === 0);
    });
    expect((await submitted!).body).toMatchObject({ points: 1, wrong: QUIZ.questions - 1 });
  });

  it('when the time was up before it came it should end by time with what was saved', async () => {
    const { client, attempt } = await quiz.opened();
    await quiz.save(client, attempt.id, quiz.allRight(attempt, 1));
    quiz.app.clock.advance({ minutes: QUIZ.minutes, seconds: 4 });
    const { status, body } = await quiz.submit(
      client,
      attempt.id,
      { answers: quiz.allWrong(attempt, 2) },
      'too-late-key',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ finishedBy: 'time', finishedAt: attempt.endsAt, scorePercent: 100 });
  });
});

describe('GET /learn/attempts/:id/result', () => {
  let quiz: QuizSetting;
  beforeAll(async () => {
    quiz = await QuizSetting.start();
  });
  afterAll(() => quiz.stop());

  it('when nobody is signed in it should refuse', async () => {
    expect((await quiz.app.client().get(`/learn/attempts/${QUIZ.quizId}/result`)).status).toBe(401);
  });

  it('when the attempt is open it should tell nothing yet', async () => {
    const { client, attempt } = await quiz.opened();
    const { status, body } = await client.get(`/learn/attempts/${attempt.id}/result`);
    expect([status, body.code]).toEqual([409, 'attempt.not_finished']);
  });

  it('when it is finished it should show own and right answers in the ids of this attempt, with the reason', async () => {
    const learner = await quiz.opened();
    const { client, attempt } = learner;
    const wrong = quiz.allWrong(attempt);
    const submitted = await quiz.submit(client, attempt.id, { answers: wrong });
    const { body } = (await client.get(`/learn/attempts/${attempt.id}/result`)) as { body: AttemptResult };
    expect(body).toEqual(submitted.body);
    for (const [i, question] of attempt.questions.entries()) {
      const feedback = body.questions[i]!;
      expect(feedback).toMatchObject({ ...question, yourAnswer: wrong[i]!.answer, points: 0, maxPoints: 1 });
      expect(feedback.rationale.zh).toMatch(/^因为/);
      const right = quiz.right(question);
      if (right.type === 'multiple')
        expect(feedback.correctAnswer).toEqual({ ...right, choices: expect.arrayContaining(right.choices) });
      else if (right.type === 'short')
        expect(feedback.acceptedTexts).toEqual({ zh: ['红', '红色'], en: ['red'] });
      else if (right.type === 'matching')
        expect(feedback.correctAnswer).toEqual({ ...right, pairs: expect.arrayContaining(right.pairs) });
      else expect(feedback.correctAnswer).toEqual(right);
      expect(feedback.tolerance).toBe(question.type === 'numeric' ? 0.1 : null);
    }
    expect(body.attemptsLeft).toBe(1);
  });
});

describe('job attempts.expire', () => {
  let quiz: QuizSetting;
  beforeAll(async () => {
    quiz = await QuizSetting.start();
  });
  afterAll(() => quiz.stop());
  const expire = () => quiz.app.app.get(Jobs).run('attempts.expire', {});

  it('when time is up it should end attempts with what was saved, complete what is passed and leave the others', async () => {
    const passing = await quiz.opened();
    await quiz.save(passing.client, passing.attempt.id, quiz.allRight(passing.attempt));
    const silent = await quiz.opened();
    quiz.app.clock.advance({ minutes: QUIZ.minutes, seconds: 2 });
    const fresh = await quiz.opened();
    await expire();
    expect((await silent.client.get(`/learn/attempts/${silent.attempt.id}`)).status).toBe(200);
    quiz.app.clock.advance({ seconds: 2 });
    await Promise.all([
      expire(),
      expire(),
      passing.client.get(`/learn/attempts/${passing.attempt.id}/result`),
      expire(),
    ]);
    const rows = await quiz.rows(
      `SELECT id, finished_at, finished_by, score_percent, passed,
         (SELECT count(*)::int FROM completion c WHERE c.enrolment_id = a.enrolment_id) AS completions
       FROM attempt a WHERE id = ANY($1) ORDER BY score_percent DESC`,
      [[passing.attempt.id, silent.attempt.id]],
    );
    const ended = { finished_at: new Date(silent.attempt.endsAt!), finished_by: 'time' };
    expect(rows).toEqual([
      { id: passing.attempt.id, ...ended, score_percent: 100, passed: true, completions: 1 },
      { id: silent.attempt.id, ...ended, score_percent: 0, passed: false, completions: 0 },
    ]);
    expect((await fresh.client.get(`/learn/attempts/${fresh.attempt.id}`)).status).toBe(200);
    await expire();
    expect(await quiz.rows('SELECT id FROM attempt WHERE finished_at IS NULL')).toHaveLength(1);
  });
});
