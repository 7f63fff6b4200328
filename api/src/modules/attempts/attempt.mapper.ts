import type { AttemptResult, OpenAttempt, ResultQuestion } from '@readyroom/contract';
import type { PoolQuestion, QuestionKey, QuizSpec } from '../content/index.js';
import { attemptsLeft } from './attempt.rules.js';
import type { AttemptWithSheet, ResultRow } from './attempts.repository.js';
import { shown, solutionShown, toShown } from './presentation.js';

type OpenRow = Pick<
  AttemptWithSheet,
  'id' | 'quizId' | 'courseId' | 'kind' | 'number' | 'startedAt' | 'endsAt' | 'sheet'
>;

/** An open attempt for its learner: no key, no rationale, no ids of the content. `questions` go with the sheet. */
export const toOpenAttempt = (
  attempt: OpenRow,
  quiz: QuizSpec,
  questions: readonly PoolQuestion[],
  now: Date,
): OpenAttempt => ({
  id: attempt.id,
  quizId: attempt.quizId,
  courseId: attempt.courseId,
  kind: attempt.kind,
  number: attempt.number,
  quizTitle: quiz.title,
  passPercent: quiz.passPercent,
  startedAt: attempt.startedAt.toISOString(),
  endsAt: attempt.endsAt?.toISOString() ?? null,
  serverTime: now.toISOString(),
  questions: attempt.sheet.map((entry, i) => shown(entry.position, questions[i]!, entry.presentation)),
  answers: attempt.sheet
    .filter((entry) => entry.seq > 0)
    .map(({ position, seq, answer, presentation }) => ({
      position,
      seq,
      answer: answer && toShown(presentation, answer),
    })),
});

/** A finished attempt with feedback. `questions` and `keys` go with the sheet. */
export function toAttemptResult(
  attempt: ResultRow & { finishedAt: Date },
  quiz: QuizSpec,
  questions: readonly PoolQuestion[],
  keys: readonly QuestionKey[],
): AttemptResult {
  const feedback = attempt.sheet.map((entry, i): ResultQuestion => {
    const { answer: solution, rationale } = keys[i]!;
    return {
      ...shown(entry.position, questions[i]!, entry.presentation),
      yourAnswer: entry.answer && toShown(entry.presentation, entry.answer),
      correctAnswer: solutionShown(entry.presentation, solution),
      acceptedTexts: solution.type === 'short' ? solution.accepted : null,
      tolerance: solution.type === 'numeric' ? solution.tolerance : null,
      points: entry.points ?? 0,
      maxPoints: 1,
      rationale,
    };
  });
  return {
    id: attempt.id,
    quizId: attempt.quizId,
    courseId: attempt.courseId,
    kind: attempt.kind,
    number: attempt.number,
    quizTitle: quiz.title,
    passPercent: quiz.passPercent,
    points: attempt.points ?? 0,
    maxPoints: attempt.maxPoints ?? 0,
    scorePercent: attempt.scorePercent ?? 0,
    passed: attempt.passed ?? false,
    finishedAt: attempt.finishedAt.toISOString(),
    finishedBy: attempt.finishedBy ?? 'learner',
    attemptsLeft: attemptsLeft(quiz.attempts, attempt.used),
    courseCompleted: attempt.courseCompleted,
    certificateId: attempt.certificateId,
    wrong: feedback.filter(({ points, maxPoints }) => points < maxPoints).length,
    questions: feedback,
  };
}
