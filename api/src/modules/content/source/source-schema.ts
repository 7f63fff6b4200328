import { TIERS } from '@readyroom/contract';
import { z } from 'zod';

/** Shapes of the files under content/, as docs/CONTENT.md describes them. */
const line = z.string().trim().min(1);
const text = z.strictObject({ zh: line, en: line });
const markdown = text;
const id = z.string();
const key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/, 'use letters, digits and hyphens');
const topicKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'use lower-case letters, digits and hyphens');
const tiers = z
  .array(z.enum(TIERS))
  .min(1)
  .refine((list) => new Set(list).size === list.length, 'names a tier twice')
  .optional()
  .transform((list) => list ?? null);

export const TopicsFile = z.array(z.strictObject({ id, key: topicKey, title: text })).min(1);

const Stratum = z.strictObject({
  topic: topicKey,
  difficulty: z
    .int()
    .min(1)
    .max(3)
    .optional()
    .transform((value) => value ?? null),
  scope: z.enum(['any', 'tier']).default('any'),
  count: z.int().min(1).max(50),
});

export const CourseFile = z.strictObject({
  id,
  slug: topicKey,
  order: z.int().min(1),
  title: text,
  summary: text,
  outcomes: z.array(text).min(3).max(5),
  modules: z.array(z.strictObject({ id, title: text, lessons: z.array(line).min(1) })).min(1),
  quiz: z.strictObject({
    id,
    title: text,
    passPercent: z.int().min(1).max(100),
    attempts: z.int().min(0).max(100),
    limitMinutes: z.int().min(0).max(600),
    draw: z.array(Stratum).min(1),
  }),
});

const block = { id, tiers };
const Block = z.discriminatedUnion('type', [
  z.strictObject({ ...block, type: z.literal('text'), body: markdown }),
  z.strictObject({
    ...block,
    type: z.literal('callout'),
    tone: z.enum(['rule', 'warning', 'example', 'tip']),
    title: text,
    body: markdown,
  }),
  z.strictObject({
    ...block,
    type: z.literal('steps'),
    title: text,
    items: z.array(z.strictObject({ title: text, body: markdown })).min(2),
  }),
  z.strictObject({
    ...block,
    type: z.literal('timeline'),
    title: text,
    items: z.array(z.strictObject({ at: text, body: markdown })).min(2),
  }),
  z.strictObject({
    ...block,
    type: z.literal('compare'),
    title: text,
    do: z.array(text).min(1),
    dont: z.array(text).min(1),
  }),
  z.strictObject({ ...block, type: z.literal('checklist'), title: text, items: z.array(text).min(1) }),
  z.strictObject({
    ...block,
    type: z.literal('chart'),
    title: text,
    kind: z.enum(['bar', 'line']),
    unit: text,
    points: z.array(z.strictObject({ label: text, value: z.number() })).min(2),
    threshold: z.strictObject({ label: text, value: z.number() }).optional(),
    summary: text,
  }),
  z.strictObject({ ...block, type: z.literal('reflection'), prompt: text }),
]);

const CaseOption = z.strictObject({
  id,
  key,
  label: text,
  quality: z.enum(['strong', 'acceptable', 'weak']),
  consequence: markdown,
  feedback: markdown,
  next: key,
});
const Case = z.strictObject({
  start: key,
  nodes: z
    .array(
      z.strictObject({
        id,
        key,
        clock: text,
        situation: markdown,
        options: z.array(CaseOption).min(2).max(4),
      }),
    )
    .min(1),
  debrief: markdown,
});

export const LessonFile = z.strictObject({
  id,
  title: text,
  tiers,
  blocks: z.array(Block).min(1),
  case: Case.optional(),
  sources: z
    .array(
      z.strictObject({
        title: line,
        publisher: line,
        year: z.int().min(1800).max(2100),
        url: z.url({ protocol: /^https$/ }).optional(),
      }),
    )
    .optional()
    .transform((list) => list ?? []),
});

const question = {
  id,
  topic: topicKey,
  difficulty: z.int().min(1).max(3),
  tiers,
  prompt: text,
  rationale: text,
  source: line.optional(),
};
const option = z.strictObject({ key, text, correct: z.boolean().default(false) });
const Question = z.discriminatedUnion('type', [
  z.strictObject({ ...question, type: z.literal('single'), options: z.array(option).min(3).max(5) }),
  z.strictObject({ ...question, type: z.literal('multiple'), options: z.array(option).min(4).max(6) }),
  z.strictObject({ ...question, type: z.literal('boolean'), answer: z.boolean() }),
  z.strictObject({
    ...question,
    type: z.literal('ordering'),
    items: z.array(z.strictObject({ key, text })).min(3).max(6),
  }),
  z.strictObject({
    ...question,
    type: z.literal('matching'),
    pairs: z
      .array(z.strictObject({ key, left: text, right: text }))
      .min(3)
      .max(6),
  }),
  z.strictObject({
    ...question,
    type: z.literal('numeric'),
    answer: z.number(),
    tolerance: z.number().min(0),
    unit: text,
  }),
  z.strictObject({
    ...question,
    type: z.literal('short'),
    accepted: z.strictObject({ zh: z.array(line).min(1), en: z.array(line).min(1) }),
    placeholder: text.optional(),
  }),
]);
export const QuestionsFile = z.array(Question).min(1);

export type SourceTopic = z.infer<typeof TopicsFile>[number];
export type SourceCourseFile = z.infer<typeof CourseFile>;
export type SourceLesson = z.infer<typeof LessonFile>;
export type SourceBlock = z.infer<typeof Block>;
export type SourceCase = z.infer<typeof Case>;
export type SourceQuestion = z.infer<typeof Question>;
export type SourceText = z.infer<typeof text>;
