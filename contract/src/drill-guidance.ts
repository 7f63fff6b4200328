import { z } from 'zod';
import { Text } from './common.js';
import { CoachNote } from './drill-coach.js';
import { OUTLETS, STATEMENT_ELEMENTS } from './scenario-document.js';

/** What stands about the opinion model: what it is, what it is not, and where each of its constants comes from. */
export const ModelCard = z
  .object({
    engineVersion: z.string(),
    title: Text,
    is: z.array(Text),
    isNot: z.array(Text),
    honesty: z.array(Text),
    constants: z.array(
      z.object({
        key: z.string(),
        value: z
          .union([z.number(), z.record(z.string(), z.number())])
          .describe('A number, or a table of them'),
        unit: Text,
        range: z
          .tuple([z.number(), z.number()])
          .nullable()
          .describe('Within which the checks of the model hold'),
        kind: z
          .enum(['literature', 'design'])
          .describe('Whether the value itself is published, or is our choice'),
        basis: Text,
        citations: z.array(
          z.object({ authors: z.string(), year: z.number().int().nullable(), link: z.string().nullable() }),
        ),
      }),
    ),
  })
  .meta({ id: 'ModelCard' });
export type ModelCard = z.infer<typeof ModelCard>;

export const CoachBody = z
  .strictObject({
    text: z.string().trim().min(1).max(4_000),
    elements: z.array(z.enum(STATEMENT_ELEMENTS)).max(STATEMENT_ELEMENTS.length),
    outlets: z.array(z.enum(OUTLETS)).min(1).max(OUTLETS.length),
  })
  .meta({ id: 'CoachBody' });
export const CoachNotes = z.object({ notes: z.array(CoachNote) }).meta({ id: 'CoachNotes' });
export type CoachNotes = z.infer<typeof CoachNotes>;
