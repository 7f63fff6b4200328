import { z } from 'zod';
import { IsoDateTime, Text, Uuid } from './common.js';

export const QUESTION_TYPES = [
  'single',
  'multiple',
  'boolean',
  'ordering',
  'matching',
  'numeric',
  'short',
] as const;
export const QuestionType = z.enum(QUESTION_TYPES);
export type QuestionType = z.infer<typeof QuestionType>;

/** Ids of options are given anew for every attempt, so that they tell nothing about the right answer. */
const OptionId = z.string().regex(/^[a-z]?[0-9]{1,2}$/);
const Choice = z.object({ id: OptionId, text: Text });

/** A question as the learner gets it, in both languages, options in the order of this attempt. */
export const AttemptQuestion = z
  .object({
    position: z.number().int().describe('1-based'),
    type: QuestionType,
    prompt: Text,
    options: z.array(Choice).describe('single, multiple, ordering; left side of matching; else empty'),
    targets: z.array(Choice).describe('Right side of matching; else empty'),
    unit: Text.nullable(),
    placeholder: Text.nullable(),
  })
  .meta({ id: 'AttemptQuestion' });
export type AttemptQuestion = z.infer<typeof AttemptQuestion>;

/** What somebody answered. The field that counts depends on the type of the question. */
export const Answer = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('single'), choice: OptionId }),
    z.strictObject({ type: z.literal('multiple'), choices: z.array(OptionId).max(10) }),
    z.strictObject({ type: z.literal('boolean'), value: z.boolean() }),
    z.strictObject({ type: z.literal('ordering'), order: z.array(OptionId).max(10) }),
    z.strictObject({
      type: z.literal('matching'),
      pairs: z.array(z.strictObject({ left: OptionId, right: OptionId })).max(10),
    }),
    z.strictObject({ type: z.literal('numeric'), value: z.number().min(-1e12).max(1e12) }),
    z.strictObject({ type: z.literal('short'), text: z.string().max(200) }),
  ])
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof Answer>;

export const SavedAnswer = z.object({
  position: z.number().int(),
  seq: z.number().int(),
  answer: Answer.nullable(),
});

export const OpenAttempt = z
  .object({
    id: Uuid,
    quizId: Uuid,
    courseId: Uuid,
    kind: z.enum(['graded', 'practice']),
    number: z.number().int().describe('Counted from 1 among the attempts of this kind by this person'),
    quizTitle: Text,
    passPercent: z.number().int(),
    startedAt: IsoDateTime,
    endsAt: IsoDateTime.nullable().describe('By the clock of the server; null = untimed'),
    serverTime: IsoDateTime,
    questions: z.array(AttemptQuestion),
    answers: z.array(SavedAnswer),
  })
  .meta({ id: 'OpenAttempt' });
export type OpenAttempt = z.infer<typeof OpenAttempt>;

export const StartAttemptQuery = z.object({ courseId: Uuid });

const SentAnswers = z
  .array(
    z.strictObject({
      position: z.number().int().min(1).max(200),
      seq: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
      answer: Answer.nullable(),
    }),
  )
  .max(200);

/**
 * `seq` must grow from save to save of one question, across all devices (start above the `seq` last seen);
 * an older one is ignored and reported as stale. `answer: null` clears.
 */
export const SaveAnswersBody = z
  .strictObject({
    deviceId: z.string().min(8).max(64).describe('Made by the app, one per tab'),
    answers: SentAnswers.min(1),
  })
  .meta({ id: 'SaveAnswersBody' });
export type SaveAnswersBody = z.infer<typeof SaveAnswersBody>;
export const SavedAnswers = z
  .object({
    results: z.array(
      z.object({
        position: z.number().int(),
        seq: z.number().int().describe('The one that holds now'),
        status: z.enum(['saved', 'stale']),
      }),
    ),
    otherDevice: z.boolean().describe('Another device saved answers in the last minute'),
    serverTime: IsoDateTime,
    endsAt: IsoDateTime.nullable(),
  })
  .meta({ id: 'SavedAnswers' });
export type SavedAnswers = z.infer<typeof SavedAnswers>;

/** Header `Idempotency-Key` (8-64 characters) makes a repeated submit return the first result. */
export const SubmitAttemptBody = z
  .strictObject({ answers: SentAnswers.optional(), deviceId: z.string().max(64).optional() })
  .meta({ id: 'SubmitAttemptBody' });

export const ResultQuestion = AttemptQuestion.extend({
  yourAnswer: Answer.nullable(),
  correctAnswer: Answer,
  acceptedTexts: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }).nullable(),
  tolerance: z.number().nullable(),
  points: z.number(),
  maxPoints: z.number(),
  rationale: Text,
}).meta({ id: 'ResultQuestion' });
export type ResultQuestion = z.infer<typeof ResultQuestion>;

export const AttemptResult = z
  .object({
    id: Uuid,
    quizId: Uuid,
    courseId: Uuid,
    kind: z.enum(['graded', 'practice']),
    number: z.number().int(),
    quizTitle: Text,
    passPercent: z.number().int(),
    points: z.number(),
    maxPoints: z.number(),
    scorePercent: z.number().int().describe('Points / maxPoints × 100, rounded down'),
    passed: z.boolean(),
    finishedAt: IsoDateTime,
    finishedBy: z.enum(['learner', 'time']),
    attemptsLeft: z.number().int().nullable().describe('null = unlimited'),
    courseCompleted: z.boolean(),
    certificateId: Uuid.nullable(),
    wrong: z.number().int().describe('Questions without full points'),
    questions: z.array(ResultQuestion),
  })
  .meta({ id: 'AttemptResult' });
export type AttemptResult = z.infer<typeof AttemptResult>;
