import type { ProgramStatus, Tier } from '@readyroom/contract';
import type { Binding } from '../completion/index.js';
import { programStatus } from '../standings/index.js';

export interface RowFilters {
  /** The departments meant, sub-tree included; null = all. */
  readonly departmentIds: readonly string[] | null;
  readonly tiers?: readonly Tier[];
  readonly programIds?: readonly string[];
  readonly statuses?: readonly ProgramStatus[];
  readonly personId?: string;
  readonly ruleId?: string;
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly q?: string;
  readonly today: string;
}

/**
 * How many are in which status on the day `today`. What is stored is the status of an earlier day for those whose day has
 * come: they are taken from where they were counted and put where they are. StatusTurn keeps them few; no number waits for it.
 */
export const countedOn = (today: string): string => `
  SELECT department_id, program_id, tier, status, people FROM program_standing_count
  UNION ALL
  SELECT c.department_id, c.program_id, c.tier, x.status, x.people
  FROM program_standing c, LATERAL (VALUES (c.status, -1), (${programStatus('c', today)}, 1)) AS x(status, people)
  WHERE c.counted AND c.changes_on <= ${today}::date`;

/** Status of the standing `s` on the day asked about. */
export const statusOf = ({ today }: Pick<RowFilters, 'today'>, bind: Binding): string =>
  programStatus('s', bind.one(today, 'date'));

/**
 * A status is right as it is stored until its day comes. Reading that first keeps the function for the few others, and
 * lets an index find the rest.
 */
function statusCondition(filters: RowFilters, bind: Binding): string[] {
  const { statuses, today } = filters;
  if (!statuses?.length) return [];
  const day = bind.one(today, 'date');
  return [
    `CASE WHEN s.changes_on > ${day} THEN ${bind.among('s.status', statuses, 'text')}
      ELSE ${bind.among(programStatus('s', day), statuses, 'text')} END`,
  ];
}

/** Department, tier and program: a standing and a running count have them in columns of the same names. */
const placeConditions = ({ departmentIds, tiers, programIds }: RowFilters, bind: Binding): string[] => [
  ...(departmentIds ? [bind.among('s.department_id', departmentIds, 'uuid')] : []),
  ...(tiers?.length ? [bind.among('s.tier', tiers, 'tier')] : []),
  ...(programIds?.length ? [bind.among('s.program_id', programIds, 'uuid')] : []),
];

/** What asks about the person `p`. Names are compared by code point: ICU would take ten times as long. */
function personConditions({ q, personId, ruleId }: RowFilters, bind: Binding): string[] {
  const like = q && bind.one(`%${q.replace(/[\\%_]/g, '\\$&')}%`, 'text');
  return [
    ...(personId ? [`s.person_id = ${bind.one(personId, 'uuid')}`] : []),
    ...(ruleId
      ? [
          `EXISTS (SELECT 1 FROM program_assignment a WHERE a.rule_id = ${bind.one(ruleId, 'uuid')}
             AND a.person_id = s.person_id AND a.program_id = s.program_id AND a.withdrawn_at IS NULL)`,
        ]
      : []),
    ...(like
      ? [`(p.name COLLATE "C" ILIKE ${like} OR p.employee_no ILIKE ${like} OR p.name_initials ILIKE ${like})`]
      : []),
  ];
}

/** Only these reach beyond what is counted, and then the running counts cannot answer how many there are. */
const beyondCounts = ({ q, personId, ruleId, dueFrom, dueTo }: RowFilters): boolean =>
  Boolean(q || personId || ruleId || dueFrom || dueTo);

/** How many rows match: from the running counts, put right by those whose day has come, or one by one. */
export function countRows(filters: RowFilters, bind: Binding): string {
  if (beyondCounts(filters))
    return `SELECT count(*) AS total FROM program_standing s
      ${filters.q ? 'JOIN person p ON p.id = s.person_id' : ''} WHERE ${rowConditions(filters, bind)}`;
  const where = [
    'true',
    ...placeConditions(filters, bind),
    ...(filters.statuses?.length ? [bind.among('s.status', filters.statuses, 'text')] : []),
  ].join(' AND ');
  return `SELECT coalesce(sum(s.people), 0)::int AS total FROM (${countedOn(bind.one(filters.today, 'date'))}) s WHERE ${where}`;
}

/** All conditions, for a standing `s` with its person `p`. */
export const rowConditions = (filters: RowFilters, bind: Binding): string =>
  [
    's.counted',
    ...placeConditions(filters, bind),
    ...(filters.dueFrom ? [`s.due_on >= ${bind.one(filters.dueFrom, 'date')}`] : []),
    ...(filters.dueTo ? [`s.due_on <= ${bind.one(filters.dueTo, 'date')}`] : []),
    ...statusCondition(filters, bind),
    ...personConditions(filters, bind),
  ].join(' AND ');

export type RowSort = 'name' | 'employeeNo' | 'dueOn' | 'validUntil';
type Order = 'asc' | 'desc';

/** Whole orderings with a last word that is unique, so that pages neither repeat nor lose anybody. */
const SORTS: Record<RowSort, (order: Order) => string> = {
  name: (o) => `p.name ${o}, p.id ${o}, g.slug`,
  employeeNo: (o) => `p.employee_no ${o}, g.slug`,
  dueOn: (o) => `s.due_on ${o}, s.person_id ${o}, s.program_id ${o}`,
  validUntil: (o) => `nullif(s.valid_until, '-infinity') ${o} NULLS LAST, s.person_id, s.program_id`,
};
export const orderBy = (sort: RowSort, order: Order): string => SORTS[sort](order);

export const ROW_JOINS = `
  JOIN person p ON p.id = s.person_id
  JOIN department d ON d.id = s.department_id
  JOIN program g ON g.id = s.program_id
  JOIN program_version v ON v.id = g.version_id`;

const day = (column: string): string => `nullif(nullif(${column}, 'infinity'), '-infinity')`;

/** The days that a row shows, by name. `waivedUntil` depends on today and is made by `waivedUntil`. */
export const ROW_DAYS = {
  dueOn: day('s.due_on'),
  graceUntil: day('s.grace_until'),
  validUntil: day('s.valid_until'),
  renewalOpensOn: day('s.renewal_on'),
} as const;
export const waivedUntil = (today: string): string =>
  `CASE WHEN s.waived_until >= ${today} THEN ${day('s.waived_until')} END`;
