import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, oneOrMore, Text, Tier, Uuid } from './common.js';
import { CRISIS_TYPES } from './scenario-document.js';

const CrisisType = z.enum(CRISIS_TYPES);
const value = z
  .number()
  .min(0)
  .max(100)
  .nullable()
  .describe('0-100, one decimal; null = no evidence yet, which is not 0');

/** One thing that somebody did, and what it still counts for. The contributions add up to the number. */
export const ReadinessEvidence = z
  .object({
    kind: z
      .enum(['recall', 'drill'])
      .describe('Questions of one topic in a graded attempt, or a seat in a run'),
    id: Uuid.describe('Of the attempt or the run'),
    title: Text.describe('The topic, or the scenario'),
    crisisType: CrisisType.nullable().describe('Of a drill'),
    at: IsoDateTime,
    result: z.number().describe('0-100, as it was then'),
    weight: z.number().describe('Share of the number, 0-1; all weights together are 1'),
    decay: z.number().describe('How much of it is expected to be left, 0-1'),
    contribution: z.number().describe('result × weight × decay'),
  })
  .meta({ id: 'ReadinessEvidence' });
export type ReadinessEvidence = z.infer<typeof ReadinessEvidence>;

export const ReadinessNumber = z
  .object({
    value,
    basis: z.enum(['none', 'recall', 'drills', 'both']),
    evidence: z
      .array(ReadinessEvidence)
      .describe('Newest first; what newer evidence has replaced is left out'),
  })
  .meta({ id: 'ReadinessNumber' });
export type ReadinessNumber = z.infer<typeof ReadinessNumber>;

/** How sure somebody said they were after their latest drill, against how that drill went for them. */
export const ConfidenceGap = z
  .object({
    runId: Uuid,
    at: IsoDateTime,
    selfRated: z.number().describe('0-100: 1 to 5 of the hot wash'),
    measured: z.number().describe('0-100: the result of the same run'),
    gap: z.number().describe('selfRated − measured; above 0 = surer than the drill bore out'),
  })
  .meta({ id: 'ConfidenceGap' });
export type ConfidenceGap = z.infer<typeof ConfidenceGap>;

export const Readiness = z
  .object({
    asOf: IsoDateTime,
    overall: ReadinessNumber,
    types: z
      .array(z.object({ crisisType: CrisisType, readiness: ReadinessNumber }))
      .describe('Every crisis type, in the order of the contract'),
    confidence: ConfidenceGap.nullable(),
  })
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof Readiness>;

const person = z.object({ id: Uuid, name: z.string(), employeeNo: z.string() });

export const PersonReadiness = Readiness.extend({
  person,
  departmentPath: z.string(),
  tier: Tier,
}).meta({ id: 'PersonReadiness' });
export type PersonReadiness = z.infer<typeof PersonReadiness>;

/** Groups with fewer people that have evidence show no mean to those who may not see the individuals. */
export const READINESS_MIN_GROUP = 5;

export const ReadinessCell = z
  .object({
    tier: Tier.nullable().describe('null = all tiers'),
    crisisType: CrisisType.nullable().describe('null = overall'),
    people: z.number().int(),
    withEvidence: z.number().int().nullable().describe('null when hidden'),
    withoutPercent: z
      .number()
      .nullable()
      .describe('Share of people without evidence, in %; null when hidden'),
    mean: value.describe('Mean over the people with evidence; null without any, or when hidden'),
    hidden: z.boolean().describe('The group is too small for whoever asks'),
  })
  .meta({ id: 'ReadinessCell' });
export type ReadinessCell = z.infer<typeof ReadinessCell>;

export const ReadinessBoard = z
  .object({
    asOf: IsoDateTime,
    department: z.object({ id: Uuid, path: z.string() }).nullable().describe('Where the board begins'),
    minGroup: z.number().int(),
    total: z.array(ReadinessCell),
    rows: z
      .array(
        z.object({
          departmentId: Uuid,
          name: z.string(),
          path: z.string(),
          own: z.boolean().describe('Only the people of the department itself'),
          hasChildren: z.boolean(),
          cells: z.array(ReadinessCell),
        }),
      )
      .describe('Add up to the total'),
    confidenceGap: z
      .object({ people: z.number().int(), mean: z.number() })
      .nullable()
      .describe('Mean gap of those who said how sure they were; null below the minimum of people'),
  })
  .meta({ id: 'ReadinessBoard' });
export type ReadinessBoard = z.infer<typeof ReadinessBoard>;
export const ReadinessBoardQuery = z.object({
  departmentId: Uuid.optional().describe('The department where the board begins'),
});

export const ReadinessPerson = z
  .object({
    id: Uuid,
    person,
    departmentPath: z.string(),
    tier: Tier,
    value,
    basis: ReadinessNumber.shape.basis,
  })
  .meta({ id: 'ReadinessPerson' });
export type ReadinessPerson = z.infer<typeof ReadinessPerson>;
export const ReadinessPersonList = listOf(ReadinessPerson, 'ReadinessPersonList');
export const ReadinessPeopleQuery = listQuery(['value', 'name', 'employeeNo'], {
  departmentId: Uuid.optional().describe('With the sub-tree'),
  own: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('Only the people of the department itself'),
  tier: oneOrMore(Tier),
  crisisType: CrisisType.optional().describe('Left out = overall'),
  evidence: z.enum(['with', 'without']).optional(),
});
