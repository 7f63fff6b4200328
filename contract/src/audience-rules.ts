import { z } from 'zod';
import { IsoDate, IsoDateTime, listOf, listQuery, Text, Tier, Uuid } from './common.js';

/**
 * Who is meant: active people whose tier is among `tiers` (empty = any) and who are in one of the departments'
 * sub-trees (empty = any), plus the people named. With all three empty nobody is meant, unless `everybody`.
 */
export const Audience = z
  .strictObject({
    everybody: z.boolean().default(false),
    tiers: z.array(Tier).max(3).default([]),
    departmentIds: z.array(Uuid).max(500).default([]),
    personIds: z.array(Uuid).max(5000).default([]),
  })
  .meta({ id: 'Audience' });
export type Audience = z.infer<typeof Audience>;

const what = {
  courseIds: z.array(Uuid).min(1).max(50),
  audience: Audience,
  dueOn: IsoDate.nullable().describe('Last day, in the time zone of the organisation; null = no due date'),
};
export const PreviewAudienceRuleBody = z.strictObject(what).meta({ id: 'PreviewAudienceRuleBody' });

const tierCounts = z.object({
  executive: z.number().int(),
  manager: z.number().int(),
  frontline: z.number().int(),
});
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
    dueOn: IsoDate.nullable(),
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
  courseId: Uuid.optional(),
  state: z.enum(['live', 'withdrawn']).optional(),
});
export const UpdateAudienceRuleBody = z
  .strictObject({
    name: z.string().trim().max(120).optional(),
    note: z.string().trim().max(500).nullable().optional(),
    dueOn: IsoDate.nullable().optional(),
  })
  .meta({ id: 'UpdateAudienceRuleBody' });
