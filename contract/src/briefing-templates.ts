import { z } from 'zod';
import { BriefingDocument, BriefingShift } from './briefings.js';
import { listOf, Text, Uuid } from './common.js';

/** A gap of a template: what is asked for, and whether one value serves both languages (a time, a telephone number). */
export const BriefingPlaceholder = z
  .object({
    key: z.string().regex(/^[a-z][a-z0-9_]*$/, 'Small letters, digits and _, beginning with a letter'),
    label: Text,
    example: Text,
    plain: z.boolean().default(false),
  })
  .meta({ id: 'BriefingPlaceholder' });
export type BriefingPlaceholder = z.infer<typeof BriefingPlaceholder>;

/** What a flash briefing can begin with. It comes with the content; using it changes nothing in it. */
export const BriefingTemplate = z
  .object({
    id: Uuid,
    slug: z.string(),
    name: Text,
    when: Text.describe('In which case it fits'),
    withinMinutes: z.number().int(),
    shift: BriefingShift,
    placeholders: z.array(BriefingPlaceholder),
    document: BriefingDocument.describe('Its texts have gaps such as {{hotline}}'),
  })
  .meta({ id: 'BriefingTemplate' });
export type BriefingTemplate = z.infer<typeof BriefingTemplate>;
export const BriefingTemplateList = listOf(BriefingTemplate, 'BriefingTemplateList');
