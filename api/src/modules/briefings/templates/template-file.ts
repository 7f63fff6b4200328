import {
  BRIEFING_LONGEST_MINUTES,
  BriefingPlaceholder,
  BriefingShift,
  type BriefingDocument,
  type BriefingTemplate,
} from '@readyroom/contract';
import { z } from 'zod';

const line = z.string().trim().min(1);
const text = z.strictObject({ zh: line, en: line });

/** Shape of a file under content/briefings/, as docs/CONTENT.md describes it. What to do is not optional here. */
export const TemplateFile = z.strictObject({
  id: z.string(),
  slug: line,
  name: text,
  when: text,
  withinMinutes: z.number().int().min(1).max(BRIEFING_LONGEST_MINUTES),
  shift: BriefingShift.default('all'),
  placeholders: z
    .array(z.strictObject({ ...BriefingPlaceholder.shape, label: text, example: text }))
    .max(12)
    .default([]),
  title: text,
  facts: text,
  unknown: text,
  act: text,
  say: text.nullable().default(null),
  avoid: text,
  ask: text,
  checks: z
    .array(
      z.strictObject({
        prompt: text,
        options: z.array(text).min(2).max(4),
        correct: z.number().int().min(0).max(3),
      }),
    )
    .max(3)
    .default([]),
});
export type TemplateFile = z.infer<typeof TemplateFile>;

export const PARTS = ['title', 'facts', 'unknown', 'act', 'say', 'avoid', 'ask'] as const;

export function templateOf(file: TemplateFile): BriefingTemplate {
  const { id, slug, name, when, withinMinutes, shift, placeholders, title, facts, ...rest } = file;
  const document: BriefingDocument = { title, facts, ...rest };
  return { id, slug, name, when, withinMinutes, shift, placeholders, document };
}
