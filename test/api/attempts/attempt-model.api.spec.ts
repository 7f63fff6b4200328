import type { OpenAttempt } from '@readyroom/contract';
import fc from 'fast-check';
import { AttemptStart } from '../../../api/src/modules/attempts/attempt-start.service.js';
import { Attempts } from '../../../api/src/modules/attempts/attempts.service.js';
import { Refusal } from '../../../api/src/platform/http/refusal.js';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { QuizModel, sequences, type Reply, type SentMark, type Sitting } from './attempt-model.js';
import { QUIZ, QuizSetting, type Learner } from './quiz-setting.js';

/** Whatever people do in whatever order, the product does what the model says. */
describe('attempts against their model', () => {
  let quiz: QuizSetting;
  beforeAll(async () => {
    quiz = await QuizSetting.start();
  });
  afterAll(() => quiz.stop());

  /** What both roads have in common; `known` remembers the questions of attempts to answer them. */
  const common = (learner: Learner) => {
    const known = new Map<string, OpenAttempt>();
    return {
      remember: (attempt: OpenAttempt) => void known.set(attempt.id, attempt),
      answers: (id: string, marks: SentMark[]) =>
        marks.map(({ position, seq, mark }) => {
          const question = known.get(id)!.questions[position - 1]!;
          return {
            position,
            seq,
            answer: mark === null ? null : mark ? quiz.right(question) : quiz.wrong(question),
          };
        }),
      expire: () => quiz.app.app.get(Jobs).run('attempts.expire', {}),
      advance: (seconds: number) => quiz.app.clock.advance({ seconds }),
      counts: async () => {
        const [row] = await quiz.rows<{ open: number; attempts: number; completions: number }>(
          `SELECT count(*) FILTER (WHERE finished_at IS NULL)::int AS open, count(*)::int AS attempts,
             (SELECT count(*)::int FROM completion WHERE enrolment_id = $1) AS completions
           FROM attempt WHERE enrolment_id = $1 AND kind = 'graded'`,
          [learner.enrolmentId],
        );
        return row!;
      },
    };
  };

  /** Straight to the use cases. */
  const direct = (learner: Learner): Sitting => {
    const { remember, answers, ...rest } = common(learner);
    const me = learner.person.id;
    const attempts = quiz.app.app.get(Attempts);
    const told = async (work: Promise<{ status?: number } & Partial<Reply>>): Promise<Reply> => {
      try {
        return { status: 200, ...(await work) };
      } catch (error) {
        if (error instanceof Refusal) return { status: error.getStatus(), code: error.code };
        throw error;
      }
    };
    const start = async () => {
      const { created, attempt } = await quiz.app.app.get(AttemptStart).start(me, QUIZ.courseId, QUIZ.quizId);
      remember(attempt);
      return { status: created ? 201 : 200, id: attempt.id };
    };
    return {
      ...rest,
      start: () => told(start()),
      read: (id) => told(attempts.read(me, id)),
      save: (id, marks) =>
        told(attempts.save(me, id, { deviceId: 'device-one', answers: answers(id, marks) })),
      submit: (id, marks, key) => told(attempts.submit(me, id, { answers: answers(id, marks), key })),
      result: (id) => told(attempts.result(me, id)),
    };
  };

  /** Over HTTP, as a browser would. */
  const overHttp = (learner: Learner): Sitting => {
    const { remember, answers, ...rest } = common(learner);
    const { client } = learner;
    const told = async (sent: PromiseLike<{ status: number; body: object }>): Promise<Reply> => {
      const { status, body } = await sent;
      return { ...body, status };
    };
    return {
      ...rest,
      start: async () => {
        const { status, body } = await quiz.startQuiz(learner);
        if (status < 300) remember(body as OpenAttempt);
        return { ...body, status };
      },
      read: (id) => told(client.get(`/learn/attempts/${id}`)),
      save: (id, marks) => told(quiz.save(client, id, answers(id, marks))),
      submit: (id, marks, key) => told(quiz.submit(client, id, { answers: answers(id, marks) }, key)),
      result: (id) => told(client.get(`/learn/attempts/${id}/result`)),
    };
  };

  const check = (road: (learner: Learner) => Sitting, numRuns: number) =>
    fc.assert(
      fc.asyncProperty(sequences, async (commands) => {
        const real = road(await quiz.learner());
        await fc.asyncModelRun(() => ({ model: new QuizModel(), real }), commands);
      }),
      { numRuns, endOnFailure: true },
    );

  it(
    'when use cases are called in any order they should agree in 300 sequences',
    () => check(direct, 300),
    120_000,
  );
  it('when requests come in any order they should agree in 40 sequences', () => check(overHttp, 40), 60_000);
});
