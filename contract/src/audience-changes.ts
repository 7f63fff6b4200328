import { z } from 'zod';
import { Audience, DUE_KINDS, PreviewAudienceRuleBody, RuleWarning } from './audience-rules.js';
import { IsoDate, IsoDateTime, listOf, Tier, Uuid } from './common.js';

/**
 * What a change of a rule does to a person:
 * `gains` has it through this rule from now on; `due_moves` keeps it with another due day; `keeps` nothing changes;
 * `ends` what is open is taken back; `stays` no longer meant, but what is finished stays.
 */
export const DIFFERENCE_GROUPS = ['gains', 'due_moves', 'keeps', 'ends', 'stays'] as const;
export const DifferenceGroup = z.enum(DIFFERENCE_GROUPS);
export type DifferenceGroup = z.infer<typeof DifferenceGroup>;

const tierCounts = z.object({
  executive: z.number().int(),
  manager: z.number().int(),
  frontline: z.number().int(),
});
export const DifferencePerson = z
  .object({
    id: Uuid,
    name: z.string(),
    employeeNo: z.string(),
    tier: Tier,
    departmentPath: z.string(),
    group: DifferenceGroup,
    dueOn: IsoDate.nullable().describe('Given by this rule after the change; null = none'),
    dueBefore: IsoDate.nullable().describe('Given by this rule before it'),
    elsewhere: z
      .boolean()
      .describe('Has all of it through another live rule, or has finished it, whatever happens here'),
  })
  .meta({ id: 'DifferencePerson' });
export type DifferencePerson = z.infer<typeof DifferencePerson>;
export const DifferencePersonList = listOf(DifferencePerson, 'DifferencePersonList');

const group = z.object({
  people: z.number().int(),
  elsewhere: z.number().int().describe('Of these, people for whom nothing changes in what they have to do'),
  byTier: tierCounts,
  sample: z.array(DifferencePerson).describe('First 20 by name'),
});

/** The exact difference between now and after the change. */
export const RuleDifference = z
  .object({
    today: IsoDate,
    groups: z.object({ gains: group, due_moves: group, keeps: group, ends: group, stays: group }),
    warnings: z.array(RuleWarning),
    fingerprint: z
      .string()
      .describe('Of who is in which group with which due day; send it back when confirming'),
  })
  .meta({ id: 'RuleDifference' });
export type RuleDifference = z.infer<typeof RuleDifference>;

const change = {
  audience: Audience.optional(),
  dueOn: IsoDate.nullable().optional(),
  dueAfter: z
    .strictObject({
      kind: z.enum(DUE_KINDS).exclude(['fixed']),
      days: z.number().int().min(0).max(3650),
    })
    .nullable()
    .optional(),
};
/** A rule that is not there yet, or a change of one that is: its audience, its due day, or its end. */
export const RuleChange = z
  .union([
    z.strictObject({ make: PreviewAudienceRuleBody }),
    z.strictObject({ ruleId: Uuid, ...change }).refine((body) => !body.dueOn || !body.dueAfter, {
      path: ['dueOn'],
      message: 'Either one day for all or days after something',
    }),
    z.strictObject({ ruleId: Uuid, withdraw: z.literal(true) }),
  ])
  .meta({ id: 'RuleChange' });
export type RuleChange = z.infer<typeof RuleChange>;
export const RuleDifferenceBody = z.strictObject({ change: RuleChange }).meta({ id: 'RuleDifferenceBody' });
export const RuleDifferencePeopleBody = z
  .strictObject({
    change: RuleChange,
    group: DifferenceGroup.optional(),
    page: z.number().int().min(1).max(1_000_000).default(1),
    perPage: z.number().int().min(1).max(200).default(25),
  })
  .meta({ id: 'RuleDifferencePeopleBody' });
export const RuleDifferenceExportBody = z
  .strictObject({
    change: RuleChange,
    group: DifferenceGroup.optional(),
    format: z.enum(['csv', 'xlsx']).default('csv'),
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  })
  .meta({ id: 'RuleDifferenceExportBody' });

/** One evaluation of all live rules for everybody, with how far it is. */
export const RULE_RUN_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export const RuleRun = z
  .object({
    id: Uuid,
    state: z.enum(RULE_RUN_STATES),
    done: z.number().int().describe('People evaluated so far'),
    of: z.number().int(),
    changed: z.number().int().describe('People for whom something changed'),
    startedBy: z.object({ id: Uuid, name: z.string() }),
    createdAt: IsoDateTime,
    startedAt: IsoDateTime.nullable(),
    finishedAt: IsoDateTime.nullable(),
    failures: z.number().int().describe('Times it broke off; it goes on where it was'),
    error: z.string().nullable().describe('What the last failure was; English, for support'),
  })
  .meta({ id: 'RuleRun' });
export type RuleRun = z.infer<typeof RuleRun>;
export const RuleRunList = listOf(RuleRun, 'RuleRunList');
