import { z } from 'zod';
import { Uuid } from './common.js';

const Html = z.string().describe('Sanitised HTML, rendered on the server');
const base = { id: Uuid };

/** One block of a lesson in one language, ready to show. */
export const LessonBlock = z
  .discriminatedUnion('type', [
    z.object({ ...base, type: z.literal('text'), html: Html }),
    z.object({
      ...base,
      type: z.literal('callout'),
      tone: z.enum(['rule', 'warning', 'example', 'tip']),
      title: z.string(),
      html: Html,
    }),
    z.object({
      ...base,
      type: z.literal('steps'),
      title: z.string(),
      items: z.array(z.object({ title: z.string(), html: Html })),
    }),
    z.object({
      ...base,
      type: z.literal('timeline'),
      title: z.string(),
      items: z.array(z.object({ at: z.string(), html: Html })),
    }),
    z.object({
      ...base,
      type: z.literal('compare'),
      title: z.string(),
      do: z.array(z.string()),
      dont: z.array(z.string()),
    }),
    z.object({ ...base, type: z.literal('checklist'), title: z.string(), items: z.array(z.string()) }),
    z.object({
      ...base,
      type: z.literal('chart'),
      title: z.string(),
      kind: z.enum(['bar', 'line']),
      unit: z.string(),
      points: z.array(z.object({ label: z.string(), value: z.number() })),
      threshold: z.object({ label: z.string(), value: z.number() }).nullable(),
      summary: z.string(),
    }),
    z.object({ ...base, type: z.literal('reflection'), prompt: z.string() }),
  ])
  .meta({ id: 'LessonBlock' });
export type LessonBlock = z.infer<typeof LessonBlock>;

/** A decision as the learner sees it before choosing: no quality, no consequence, no feedback. */
export const CaseNode = z
  .object({
    id: Uuid,
    clock: z.string(),
    html: Html,
    options: z.array(z.object({ id: Uuid, label: z.string() })),
  })
  .meta({ id: 'CaseNode' });
export type CaseNode = z.infer<typeof CaseNode>;

/** A decision already taken, with what came of it. */
export const CaseStep = z
  .object({
    node: CaseNode,
    chosenOptionId: Uuid,
    quality: z.enum(['strong', 'acceptable', 'weak']),
    consequenceHtml: Html,
    feedbackHtml: Html,
  })
  .meta({ id: 'CaseStep' });
export type CaseStep = z.infer<typeof CaseStep>;

export const CaseState = z
  .object({
    steps: z.array(CaseStep).describe('Decisions of the current run through the case, oldest first'),
    open: CaseNode.nullable().describe('The decision that waits; null when the case is played out'),
    debriefHtml: Html.nullable().describe('Only when played out'),
    decisionsAtMost: z.number().int().describe('Length of the longest path'),
  })
  .meta({ id: 'CaseState' });
export type CaseState = z.infer<typeof CaseState>;

export const LessonSource = z
  .object({
    title: z.string(),
    publisher: z.string(),
    year: z.number().int(),
    url: z.string().nullable(),
  })
  .meta({ id: 'LessonSource' });
