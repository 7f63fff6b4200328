import type { Answer, QuestionType } from '@readyroom/contract';
import type { Held } from './answer-sheet.js';
import { AnswerMismatch } from './attempt.errors.js';
import { toKeys, type Presentation } from './presentation.js';

/** What decides whether an answer fits: the type and the order shown. Fixed for the life of an attempt. */
export interface ShownQuestion {
  readonly position: number;
  readonly type: QuestionType;
  readonly presentation: Presentation;
}
export interface SentAnswer {
  readonly position: number;
  readonly seq: number;
  readonly answer: Answer | null;
}

/**
 * Turns answers as sent into answers by key.
 * @throws AnswerMismatch naming the first that has no question, another type or an id that was not shown
 */
export function read(questions: readonly ShownQuestion[], sent: readonly SentAnswer[]): Held[] {
  return sent.map(({ position, seq, answer }, index) => {
    const question = questions.find((candidate) => candidate.position === position);
    if (!question) throw new AnswerMismatch(index);
    const keyed = answer && toKeys(question.type, question.presentation, answer);
    if (answer && !keyed) throw new AnswerMismatch(index);
    return { position, seq, answer: keyed };
  });
}
