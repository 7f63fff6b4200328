import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, oneOrMore, Text, Tier, Uuid } from './common.js';
import { QuestionType } from './attempts.js';

export const Topic = z.object({ id: Uuid, key: z.string(), title: Text }).meta({ id: 'Topic' });
export const TopicList = listOf(Topic, 'TopicList');

const stats = z.object({
  answered: z
    .number()
    .int()
    .describe('Times in finished graded attempts of active people; left empty counts, with 0 points'),
  meanPercent: z
    .number()
    .nullable()
    .describe('Mean share of points, 0-100, one decimal; null before the first answer'),
});

/** A bank item as a trainer sees it, key included. */
export const Question = z
  .object({
    id: Uuid,
    versionId: Uuid,
    versionNumber: z.number().int(),
    topic: z.string(),
    topicTitle: Text,
    type: QuestionType,
    difficulty: z.number().int().min(1).max(3),
    tiers: z.array(Tier).nullable().describe('null = everybody'),
    prompt: Text,
    retired: z.boolean(),
    updatedAt: IsoDateTime,
    stats,
  })
  .meta({ id: 'Question' });
export const QuestionList = listOf(Question, 'QuestionList');

export const QuestionDetail = Question.extend({
  options: z.array(
    z.object({
      text: Text,
      correct: z.boolean(),
      chosenPercent: z.number().nullable().describe('Of those who got this version; null before the first'),
    }),
  ),
  items: z.array(Text).describe('ordering: in the right order'),
  pairs: z.array(z.object({ left: Text, right: Text })),
  answer: z.union([z.boolean(), z.number()]).nullable(),
  tolerance: z.number().nullable(),
  unit: Text.nullable(),
  accepted: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }).nullable(),
  rationale: Text,
  source: z.string().nullable(),
}).meta({ id: 'QuestionDetail' });
export type QuestionDetail = z.infer<typeof QuestionDetail>;

export const QuestionsQuery = listQuery(['topic', 'difficulty', 'type', 'answered', 'meanPercent'], {
  topic: oneOrMore(z.string().max(60)),
  type: oneOrMore(QuestionType),
  difficulty: oneOrMore(z.coerce.number().int().min(1).max(3)),
  tier: Tier.optional().describe('Questions that this tier can get'),
  retired: z.stringbool().optional(),
});
