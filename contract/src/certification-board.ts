import { z } from 'zod';
import { PROGRAM_STATUSES, ProgramStatus } from './certification.js';
import { IsoDate, IsoDateTime, listOf, listQuery, oneOrMore, Text, Tier, Uuid } from './common.js';

const byStatus = Object.fromEntries(PROGRAM_STATUSES.map((status) => [status, z.number().int()])) as Record<
  (typeof PROGRAM_STATUSES)[number],
  z.ZodInt
>;

/**
 * How many are where, defined once (docs/NUMBERS.md). They count person and program: active people of whom a program is
 * asked. `people` is the sum of the statuses; compliantPercent = (compliant + expiring_soon) / (people − waived) × 100,
 * one decimal, null when it is asked of nobody.
 */
export const StatusNumbers = z
  .object({
    people: z.number().int(),
    byStatus: z.object(byStatus),
    compliantPercent: z.number().nullable(),
  })
  .meta({ id: 'StatusNumbers' });
export type StatusNumbers = z.infer<typeof StatusNumbers>;

const filters = {
  departmentId: Uuid.optional().describe('With the sub-tree'),
  tier: oneOrMore(Tier),
  programId: oneOrMore(Uuid),
};
export const CertificationFilters = z.object(filters);

/** One line per child of the department asked for (its sub-tree added up), and one for its own direct people. */
export const CertificationBoard = z
  .object({
    asOf: IsoDateTime,
    today: IsoDate,
    department: z.object({ id: Uuid, path: z.string() }).nullable(),
    programs: z.array(z.object({ id: Uuid, slug: z.string(), title: Text })),
    total: StatusNumbers,
    byProgram: z.array(z.object({ programId: Uuid, numbers: StatusNumbers })),
    byTier: z.array(z.object({ tier: Tier, numbers: StatusNumbers })),
    rows: z.array(
      z.object({
        departmentId: Uuid,
        name: z.string(),
        path: z.string(),
        own: z.boolean().describe('Direct people of the department asked for'),
        hasChildren: z.boolean(),
        numbers: StatusNumbers,
        cells: z.array(z.object({ programId: Uuid, numbers: StatusNumbers })),
      }),
    ),
  })
  .meta({ id: 'CertificationBoard' });
export type CertificationBoard = z.infer<typeof CertificationBoard>;

export const CertificationRow = z
  .object({
    id: z.string().describe('personId:programId'),
    person: z.object({ id: Uuid, name: z.string(), employeeNo: z.string() }),
    departmentPath: z.string(),
    tier: Tier,
    program: z.object({ id: Uuid, title: Text }),
    status: ProgramStatus,
    dueOn: IsoDate.nullable(),
    graceUntil: IsoDate.nullable(),
    validUntil: IsoDate.nullable().describe('Last valid day; null = none, or for ever'),
    renewalOpensOn: IsoDate.nullable(),
    waivedUntil: IsoDate.nullable().describe('Of a waiver that holds today; null = none, or without end'),
  })
  .meta({ id: 'CertificationRow' });
export type CertificationRow = z.infer<typeof CertificationRow>;
export const CertificationRowList = listOf(CertificationRow, 'CertificationRowList');

const rowFilters = {
  ...filters,
  own: z.stringbool().optional().describe('Only direct people of the department'),
  status: oneOrMore(ProgramStatus),
  personId: Uuid.optional(),
  ruleId: Uuid.optional().describe('Only what this audience rule assigned'),
  dueFrom: IsoDate.optional(),
  dueTo: IsoDate.optional().describe('Last due day, included'),
};
export const CertificationRowsQuery = listQuery(['name', 'employeeNo', 'dueOn', 'validUntil'], rowFilters);

const file = {
  format: z.enum(['csv', 'xlsx']).default('csv'),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
};
/** An export has the same filters as the list and takes all of it. */
export const CertificationExportQuery = CertificationRowsQuery.omit({ page: true, perPage: true }).extend(
  file,
);
export const CertificationBoardExportQuery = z.object({ ...filters, ...file });
