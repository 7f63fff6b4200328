import { z } from 'zod';
import { AudienceCondition } from './audience-condition.js';
import { IsoDate, IsoDateTime, listOf, listQuery, Text, Tier, Uuid } from './common.js';

/**
 * Who is meant: active people whose tier is among `tiers` (empty = any) and who are in one of the departments'
 * sub-trees (empty = any) and who meet the condition (null = any), plus the people named. With all of these empty
 * nobody is meant, unless `everybody`.
 */
export const Audience = z
  .strictObject({
    everybody: z.boolean().default(false),
    tiers: z.array(Tier).max(3).default([]),
    departmentIds: z.array(Uuid).max(500).default([]),
    personIds: z.array(Uuid).max(5000).default([]),
    condition: AudienceCondition.nullable().default(null),
  })
  .meta({ id: 'Audience' });
export type Audience = z.infer<typeof Audience>;

/** By when: one day for all, or so many days after something that has its own day for each person. */
export const DUE_KINDS = ['fixed', 'after_assignment', 'after_hire', 'after_joining_department'] as const;
const what = {
  courseIds: z.array(Uuid).max(50).default([]),
  programId: Uuid.nullable().default(null),
  audience: Audience,
  dueOn: IsoDate.nullable()
    .default(null)
    .describe('Last day, in the time zone of the organisation; null = no due date, or one for each person'),
  dueAfter: z
    .strictObject({
      kind: z.enum(DUE_KINDS).exclude(['fixed']),
      days: z.number().int().min(0).max(3650),
    })
    .nullable()
    .default(null),
};
const something = (body: { courseIds: readonly string[]; programId: string | null }): boolean =>
  body.courseIds.length > 0 || body.programId !== null;
const oneDue = (body: { dueOn: string | null; dueAfter: unknown }): boolean =>
  body.dueOn === null || body.dueAfter === null;
const NOTHING = { path: ['courseIds'], message: 'Choose a course or a program' };
const TWO_DUE = { path: ['dueOn'], message: 'Either one day for all or days after something' };
export const PreviewAudienceRuleBody = z
  .strictObject(what)
  .refine(something, NOTHING)
  .refine(oneDue, TWO_DUE)
  .meta({ id: 'PreviewAudienceRuleBody' });

const tierCounts = z.object({
  executive: z.number().int(),
  manager: z.number().int(),
  frontline: z.number().int(),
});
export const RULE_WARNINGS = [
  'nobody',
  'everybody',
  'due_in_past',
  'nobody_signs_in',
  'same_program',
] as const;
export const RuleWarning = z
  .object({
    code: z.enum(RULE_WARNINGS),
    people: z.number().int().describe('How many it concerns'),
    rules: z
      .array(z.object({ id: Uuid, name: z.string() }))
      .describe('Of `same_program`: live rules that assign it to some of these people'),
  })
  .meta({ id: 'RuleWarning' });

export const AudienceRulePreview = z
  .object({
    people: z.number().int().describe('In the audience now'),
    byTier: tierCounts,
    withoutSignIn: z.number().int().describe('Of these, people who cannot sign in yet'),
    courses: z.array(
      z.object({
        courseId: Uuid,
        title: Text,
        newlyAssigned: z.number().int(),
        alreadyAssigned: z.number().int(),
        alreadyCompleted: z.number().int(),
      }),
    ),
    sample: z
      .array(
        z.object({
          id: Uuid,
          name: z.string(),
          employeeNo: z.string(),
          tier: Tier,
          departmentPath: z.string(),
        }),
      )
      .describe('First 20 by name'),
    warnings: z.array(RuleWarning),
    fingerprint: z.string().describe('Of this exact audience; send it back when confirming'),
  })
  .meta({ id: 'AudienceRulePreview' });
export type AudienceRulePreview = z.infer<typeof AudienceRulePreview>;

/** `fingerprint` refuses the confirmation when the audience is no longer the one previewed. */
export const CreateAudienceRuleBody = z
  .strictObject({
    ...what,
    name: z.string().trim().max(120).optional(),
    note: z.string().trim().max(500).optional(),
    joinersDueDays: z
      .number()
      .int()
      .min(1)
      .max(365)
      .default(14)
      .describe('People who join later have at least so many days from joining'),
    fingerprint: z.string().max(100).optional(),
  })
  .refine(something, NOTHING)
  .refine(oneDue, TWO_DUE)
  .meta({ id: 'CreateAudienceRuleBody' });

export const AudienceRule = z
  .object({
    id: Uuid,
    name: z.string(),
    note: z.string().nullable(),
    courses: z.array(z.object({ id: Uuid, title: Text })),
    audience: Audience.extend({
      departments: z.array(z.object({ id: Uuid, path: z.string() })),
      people: z.array(z.object({ id: Uuid, name: z.string(), employeeNo: z.string() })).describe('First 50'),
    }),
    program: z.object({ id: Uuid, title: Text }).nullable(),
    dueOn: IsoDate.nullable(),
    dueAfter: z.object({ kind: z.enum(DUE_KINDS).exclude(['fixed']), days: z.number().int() }).nullable(),
    joinersDueDays: z.number().int(),
    people: z.number().int().describe('Open or completed assignments / courses: people reached now'),
    assigned: z.number().int().describe('Assignments not withdrawn'),
    completed: z.number().int(),
    overdue: z.number().int(),
    createdBy: z.object({ id: Uuid, name: z.string() }),
    createdAt: IsoDateTime,
    withdrawnAt: IsoDateTime.nullable(),
  })
  .meta({ id: 'AudienceRule' });
export type AudienceRule = z.infer<typeof AudienceRule>;
export const AudienceRuleList = listOf(AudienceRule, 'AudienceRuleList');
export const AudienceRulesQuery = listQuery(['createdAt', 'dueOn'], {
  courseId: Uuid.optional().describe('Assigned by the rule, by itself or within a program'),
  programId: Uuid.optional(),
  createdById: Uuid.optional(),
  state: z.enum(['live', 'withdrawn']).optional(),
});
/** `fingerprint` (of the difference that was previewed) refuses the change when it would now be another one. */
export const UpdateAudienceRuleBody = z
  .strictObject({
    name: z.string().trim().max(120).optional(),
    note: z.string().trim().max(500).nullable().optional(),
    audience: Audience.optional(),
    dueOn: IsoDate.nullable().optional(),
    dueAfter: what.dueAfter.unwrap().optional(),
    fingerprint: z.string().max(100).optional(),
  })
  .refine((body) => !body.dueOn || !body.dueAfter, TWO_DUE)
  .meta({ id: 'UpdateAudienceRuleBody' });
