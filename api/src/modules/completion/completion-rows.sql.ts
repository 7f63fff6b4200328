import type { COMPLETION_STATES, Tier } from '@readyroom/contract';
import type { Binding } from '../../platform/database/binding.js';

export interface RowFilters {
  /** The departments meant, sub-tree included; null = all. */
  readonly departmentIds: readonly string[] | null;
  readonly tiers?: readonly Tier[];
  readonly courseIds?: readonly string[];
  readonly state?: (typeof COMPLETION_STATES)[number];
  readonly personId?: string;
  readonly ruleId?: string;
  readonly q?: string;
  readonly today: string;
}

/** Only these reach into people and their assignments, and then the running counts cannot answer how many there are. */
export const readsPeople = ({ q, personId, ruleId }: RowFilters): boolean => Boolean(q || personId || ruleId);

/** Department and tier: a standing, a running count and the person have them in columns of the same names. */
export const placeConditions = (
  { departmentIds, tiers }: RowFilters,
  bind: Binding,
  alias: 's' | 'p',
): string[] => [
  ...(departmentIds ? [bind.among(`${alias}.department_id`, departmentIds, 'uuid')] : []),
  ...(tiers?.length ? [bind.among(`${alias}.tier`, tiers, 'tier')] : []),
];

const courseConditions = ({ courseIds }: RowFilters, bind: Binding): string[] =>
  courseIds?.length ? [bind.among('s.course_id', courseIds, 'uuid')] : [];

/** Which of the running counts answer how many are in a state. */
const COUNTS = {
  any: 's.not_started + s.in_progress + s.completed',
  not_started: 's.not_started',
  in_progress: 's.in_progress',
  completed: 's.completed',
  overdue: 's.not_started + s.in_progress',
} as const;

/** How many rows match, from the running counts; only for filters that do not read people. */
export function countRows(filters: RowFilters, bind: Binding): string {
  const conditions = [
    'true',
    ...placeConditions(filters, bind, 's'),
    ...courseConditions(filters, bind),
    ...(filters.state === 'overdue' ? [`s.due_on < ${bind.one(filters.today, 'date')}`] : []),
  ];
  return `SELECT coalesce(sum(${COUNTS[filters.state ?? 'any']}), 0) AS total FROM standing_count s
    WHERE ${conditions.join(' AND ')}`;
}

/** What asks about the person `p` and their assignments. Names are compared by code point: ICU would take ten times as long. */
function personConditions({ q, personId, ruleId }: RowFilters, bind: Binding): string[] {
  const like = q && bind.one(`%${q.replace(/[\\%_]/g, '\\$&')}%`, 'text');
  return [
    ...(personId ? [`p.id = ${bind.one(personId, 'uuid')}`] : []),
    ...(ruleId
      ? [
          `EXISTS (SELECT 1 FROM assignment a WHERE a.rule_id = ${bind.one(ruleId, 'uuid')} AND a.person_id = s.person_id
             AND a.course_id = s.course_id AND a.withdrawn_at IS NULL)`,
        ]
      : []),
    ...(like
      ? [`(p.name COLLATE "C" ILIKE ${like} OR p.employee_no ILIKE ${like} OR p.name_initials ILIKE ${like})`]
      : []),
  ];
}

/** All of them, for a standing `s` with its person `p`. */
export const rowConditions = (filters: RowFilters, bind: Binding): string =>
  [
    's.counted',
    ...placeConditions(filters, bind, 's'),
    ...courseConditions(filters, bind),
    ...(filters.state === 'overdue' ? [overdueOn(bind.one(filters.today, 'date'))] : []),
    ...(filters.state && filters.state !== 'overdue'
      ? [`s.progress = ${bind.one(filters.state, 'text')}`]
      : []),
    ...personConditions(filters, bind),
  ].join(' AND ');

export type RowSort = 'name' | 'employeeNo' | 'dueOn' | 'completedAt' | 'percent';
type Order = 'asc' | 'desc';

/** 100 for whoever has completed, whatever a newer lesson may have done to their enrolment. */
const PERCENT = `CASE WHEN s.progress = 'completed' THEN 100 ELSE coalesce(e.percent, 0) END`;

/** Whole orderings with a last word that is unique, so that pages neither repeat nor lose anybody. */
const SORTS: Record<RowSort, (order: Order) => string> = {
  name: (o) => `p.name ${o}, p.id ${o}, c.position, c.id`,
  employeeNo: (o) => `p.employee_no ${o}, c.position, c.id`,
  dueOn: (o) => `s.due_on ${o}, s.person_id ${o}, s.course_id ${o}`,
  completedAt: (o) => `s.completed_at ${o} NULLS LAST, s.person_id, s.course_id`,
  percent: (o) => `${PERCENT} ${o}, s.person_id, s.course_id`,
};
export const orderBy = (sort: RowSort, order: Order): string => SORTS[sort](order);

/** Everything that is shown of a standing `s`. */
export const ROW_JOINS = `
  JOIN person p ON p.id = s.person_id
  JOIN department d ON d.id = s.department_id
  JOIN course c ON c.id = s.course_id
  JOIN course_version v ON v.id = c.published_version_id
  LEFT JOIN enrolment e ON e.person_id = s.person_id AND e.course_id = s.course_id AND e.superseded_at IS NULL
  LEFT JOIN completion k ON k.enrolment_id = e.id
  LEFT JOIN course_version kv ON kv.id = k.version_id`;

/** What a row shows, by name. `overdue` depends on the day and is made by `overdueOn`. */
export const ROW_COLUMNS = {
  percent: PERCENT,
  dueOn: `nullif(s.due_on, 'infinity')`,
  completedAt: 's.completed_at',
  completedVersion: 'kv.number',
  completedTier: 'k.tier',
  scorePercent: 'k.score_percent',
  lastActivityAt: 'e.last_activity_at',
} as const;
export const overdueOn = (today: string): string => `(s.progress <> 'completed' AND s.due_on < ${today})`;
