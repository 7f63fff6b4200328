import type { Answer, AttemptQuestion, OpenAttempt } from '@readyroom/contract';
import type { WaitingAnswer } from '../../shared/offline/outbox-queue.js';
import { nextSeq } from '../../shared/time.js';

/** The answer sheet of one attempt as this device has it; kept on the device after every change. */
export interface AnswerSheet {
  attempt: OpenAttempt;
  /** By position of the question. */
  answers: Record<number, { seq: number; answer: Answer | null }>;
  flags: number[];
  /** Index of the question in view; the number of questions = the last look before handing in. */
  index: number;
  timerHidden: boolean;
  /** One key for handing in, however often it is tried. */
  submitKey: string;
}

export const newSheet = (attempt: OpenAttempt, submitKey: string): AnswerSheet =>
  joined({ attempt, answers: {}, flags: [], index: 0, timerHidden: false, submitKey }, attempt);

/** The sheet with what the server has: of each answer the one with the higher sequence number, the server's if equal. */
export function joined(sheet: AnswerSheet, attempt: OpenAttempt): AnswerSheet {
  const answers = { ...sheet.answers };
  for (const { position, seq, answer } of attempt.answers)
    if (seq >= (answers[position]?.seq ?? 0)) answers[position] = { seq, answer };
  return { ...sheet, attempt, answers };
}

/** Answers that only this device has. */
export function unknownToServer(sheet: AnswerSheet): WaitingAnswer[] {
  const known = new Map(sheet.attempt.answers.map(({ position, seq }) => [position, seq]));
  return Object.entries(sheet.answers)
    .map(([position, { seq, answer }]) => ({ position: Number(position), seq, answer }))
    .filter(({ position, seq }) => seq > (known.get(position) ?? 0));
}

/** @param now milliseconds by the clock of the server */
export function answered(
  sheet: AnswerSheet,
  position: number,
  answer: Answer | null,
  now: number,
): AnswerSheet {
  const seq = nextSeq(sheet.answers[position]?.seq ?? 0, now);
  return { ...sheet, answers: { ...sheet.answers, [position]: { seq, answer } } };
}

export const flagged = (sheet: AnswerSheet, position: number): AnswerSheet => ({
  ...sheet,
  flags: sheet.flags.includes(position)
    ? sheet.flags.filter((flag) => flag !== position)
    : [...sheet.flags, position],
});

export type AnswerState = 'answered' | 'partial' | 'open';

/** Whether an answer is whole, begun, or missing. */
export function stateOf(question: AttemptQuestion, answer: Answer | null | undefined): AnswerState {
  if (!answer) return 'open';
  switch (answer.type) {
    case 'multiple':
      return answer.choices.length > 0 ? 'answered' : 'open';
    case 'ordering':
      return answer.order.length === question.options.length ? 'answered' : 'partial';
    case 'matching':
      if (answer.pairs.length === 0) return 'open';
      return answer.pairs.length === question.options.length ? 'answered' : 'partial';
    case 'short':
      return answer.text.trim() === '' ? 'open' : 'answered';
    case 'single':
    case 'boolean':
    case 'numeric':
      return 'answered';
  }
}

export const stateAt = (sheet: AnswerSheet, question: AttemptQuestion): AnswerState =>
  stateOf(question, sheet.answers[question.position]?.answer);
