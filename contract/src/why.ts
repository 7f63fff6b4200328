import { z } from 'zod';
import { ExplainedCondition } from './audience-condition.js';
import { Waiver } from './certification.js';
import { IsoDate, IsoDateTime, Text, Uuid } from './common.js';

/** One rule and one person: whether it means them, in words, and what it has assigned. */
export const WhyRule = z
  .object({
    rule: z.object({ id: Uuid, name: z.string() }),
    createdAt: IsoDateTime,
    withdrawnAt: IsoDateTime.nullable().describe('When the rule was ended; null = live'),
    reaches: z.boolean().describe('The rule is live and means this person today'),
    condition: ExplainedCondition.nullable().describe('Part by part; null when the rule was ended'),
    assignment: z
      .object({
        assignedOn: IsoDate,
        joinedLater: z.boolean().describe('Came into the audience after the rule was made'),
        dueOn: IsoDate.nullable(),
        due: Text.describe('How the due day was worked out'),
        givesDueDay: z.boolean().describe('The due day that holds is the one of this rule'),
        withdrawnAt: IsoDateTime.nullable(),
        withdrawnBecause: Text.nullable(),
        kept: Text.nullable().describe('Why it stays although the rule does not mean this person any more'),
      })
      .nullable()
      .describe('null = this rule never assigned it to this person'),
  })
  .meta({ id: 'WhyRule' });
export type WhyRule = z.infer<typeof WhyRule>;

/** Why somebody has a program or course, or why not. Worked out by the statements that assign it. */
export const Why = z
  .object({
    personId: Uuid,
    what: z.object({ kind: z.enum(['program', 'course']), id: Uuid, title: Text }),
    assigned: z.boolean(),
    says: Text.describe('The answer in one or two sentences'),
    dueOn: IsoDate.nullable().describe('The day that holds now, with renewal and extension'),
    due: Text.nullable().describe('Where that day comes from; null = there is none'),
    rules: z
      .array(WhyRule)
      .describe('Those that assign it first. A learner is told only of rules that mean or meant them'),
    waivers: z.array(Waiver).describe('Newest first; only of a program'),
  })
  .meta({ id: 'Why' });
export type Why = z.infer<typeof Why>;
