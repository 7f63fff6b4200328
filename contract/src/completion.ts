import { z } from 'zod';
import { IsoDate, IsoDateTime, listOf, listQuery, oneOrMore, Text, Tier, Uuid } from './common.js';
import { CourseProgress } from './learning.js';

/**
 * The numbers of completion, defined once (docs/NUMBERS.md). They count active people who have an assignment that
 * is not withdrawn: assigned = notStarted + inProgress + completed; overdue = due day passed and not completed;
 * completionPercent = completed / assigned × 100, one decimal, null when nobody is assigned.
 */
export const CompletionNumbers = z
  .object({
    assigned: z.number().int(),
    notStarted: z.number().int(),
    inProgress: z.number().int(),
    completed: z.number().int(),
    overdue: z.number().int(),
    completionPercent: z.number().nullable(),
  })
  .meta({ id: 'CompletionNumbers' });
export type CompletionNumbers = z.infer<typeof CompletionNumbers>;

const filters = {
  departmentId: Uuid.optional().describe('With the sub-tree'),
  tier: oneOrMore(Tier),
  courseId: oneOrMore(Uuid),
};
export const CompletionFilters = z.object(filters);

/** One line per child of the department asked for (its sub-tree added up), and one for its own direct people. */
export const CompletionBoard = z
  .object({
    asOf: IsoDateTime,
    today: IsoDate,
    department: z.object({ id: Uuid, path: z.string() }).nullable(),
    courses: z.array(z.object({ id: Uuid, title: Text })),
    total: CompletionNumbers,
    byCourse: z.array(z.object({ courseId: Uuid, numbers: CompletionNumbers })),
    byTier: z.array(z.object({ tier: Tier, numbers: CompletionNumbers })),
    rows: z.array(
      z.object({
        departmentId: Uuid,
        name: z.string(),
        path: z.string(),
        own: z.boolean().describe('Direct people of the department asked for'),
        hasChildren: z.boolean(),
        numbers: CompletionNumbers,
        cells: z.array(z.object({ courseId: Uuid, tier: Tier, numbers: CompletionNumbers })),
      }),
    ),
  })
  .meta({ id: 'CompletionBoard' });
export type CompletionBoard = z.infer<typeof CompletionBoard>;

export const COMPLETION_STATES = ['not_started', 'in_progress', 'completed', 'overdue'] as const;
export const CompletionRow = z
  .object({
    id: z.string().describe('personId:courseId'),
    person: z.object({ id: Uuid, name: z.string(), employeeNo: z.string() }),
    departmentPath: z.string(),
    tier: Tier,
    course: z.object({ id: Uuid, title: Text }),
    progress: CourseProgress,
    percent: z.number().int(),
    overdue: z.boolean(),
    dueOn: IsoDate.nullable(),
    completedAt: IsoDateTime.nullable(),
    completedVersion: z.number().int().nullable(),
    completedTier: Tier.nullable(),
    scorePercent: z.number().int().nullable(),
    lastActivityAt: IsoDateTime.nullable(),
  })
  .meta({ id: 'CompletionRow' });
export type CompletionRow = z.infer<typeof CompletionRow>;
export const CompletionRowList = listOf(CompletionRow, 'CompletionRowList');

const rowFilters = {
  ...filters,
  own: z.stringbool().optional().describe('Only direct people of the department'),
  state: z.enum(COMPLETION_STATES).optional(),
  personId: Uuid.optional(),
  ruleId: Uuid.optional().describe('Only what this audience rule assigned'),
};
export const CompletionRowsQuery = listQuery(
  ['name', 'employeeNo', 'dueOn', 'completedAt', 'percent'],
  rowFilters,
);
/** An export has the same filters as the rows and takes all of them. */
export const CompletionExportQuery = CompletionRowsQuery.omit({ page: true, perPage: true }).extend({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
export const BoardExportQuery = z.object({
  ...filters,
  format: z.enum(['csv', 'xlsx']).default('csv'),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
