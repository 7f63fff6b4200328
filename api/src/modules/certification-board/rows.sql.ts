import type { ProgramStatus, Tier } from '@readyroom/contract';
import type { Binding } from '../../platform/database/binding.js';
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

const HOLDING: readonly ProgramStatus[] = ['compliant', 'expiring_soon'];

/**
 * A status is right as it is stored until its day comes. Reading that first keeps the function for the few others, and
 * lets an index find the rest.
 */
function statusCondition(filters: RowFilters, bind: Binding): string[] {
  const { statuses, today } = filters;
  if (!statuses?.length) return [];
  const day = bind.one(today, 'date');
  return [
    // What is held is valid today: a walk by the end of validity begins there.
    ...(statuses.every((status) => HOLDING.includes(status)) ? [`s.valid_until >= ${day}`] : []),
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

/** These find people first, and what is theirs after. */
export const readsPeople = ({ q, personId, ruleId }: RowFilters): boolean => Boolean(q || personId || ruleId);

/** Only these reach beyond what is counted, and then the running counts cannot answer how many there are. */
const beyondCounts = (filters: RowFilters): boolean =>
  readsPeople(filters) || Boolean(filters.dueFrom || filters.dueTo);

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

/**
 * Whole orderings with a last word that is unique, so that pages neither repeat nor lose anybody, and that can be walked
 * from either end. `valid_until` is '-infinity' where nothing is held: last, whichever way it is sorted.
 */
const SORTS: Record<RowSort, readonly string[]> = {
  name: ['p.name', 'p.id', 'g.slug'],
  employeeNo: ['p.employee_no', 'g.slug'],
  dueOn: ['s.due_on', 's.person_id', 's.program_id'],
  validUntil: ['s.valid_until', 's.person_id', 's.program_id'],
};
const HELD = `s.valid_until > '-infinity'`;
const towards = (columns: readonly string[], order: Order): string =>
  columns.map((column) => `${column} ${order}`).join(', ');
/** Sorted up, who holds nothing would come first: they are a part of their own behind the rest. */
const hasParts = (sort: RowSort, order: Order): boolean => sort === 'validUntil' && order === 'asc';

export const orderBy = (sort: RowSort, order: Order): string =>
  hasParts(sort, order) ? `(${HELD}) DESC, ${towards(SORTS[sort], order)}` : towards(SORTS[sort], order);

/** Which rows: so many from the first, or counted from the last one back. */
export interface Stretch {
  readonly limit: number;
  readonly offset: number;
  readonly fromEnd: boolean;
}

/** The stretch that is a page: whatever lies beyond the middle is nearer from the end. */
export function stretchOf(page: number, perPage: number, total: number): Stretch {
  const first = (page - 1) * perPage;
  const limit = Math.max(0, Math.min(perPage, total - first));
  const fromEnd = first > total / 2;
  return { limit, offset: fromEnd ? total - first - limit : first, fromEnd };
}

/**
 * Keys of the standings of a stretch, in its direction. `gather`: those that match are few, so they are found first and
 * sorted; otherwise an index gives them in order and the statement ends with the page.
 */
export function selectKeys(
  filters: RowFilters,
  { sort, order, stretch, gather }: { sort: RowSort; order: Order; stretch: Stretch; gather: boolean },
  bind: Binding,
): string {
  const where = rowConditions(filters, bind);
  const byPerson = sort === 'name' || sort === 'employeeNo';
  const people = 'JOIN person p ON p.id = s.person_id';
  const joins = byPerson ? `${people} JOIN program g ON g.id = s.program_id` : '';
  const gathered = `WITH s AS MATERIALIZED (SELECT s.* FROM program_standing s ${filters.q ? people : ''} WHERE ${where}) `;
  const from = gather
    ? `FROM s ${joins} WHERE true`
    : `FROM program_standing s ${joins || (filters.q ? people : '')} WHERE ${where}`;
  const way: Order = stretch.fromEnd ? (order === 'asc' ? 'desc' : 'asc') : order;
  const columns = SORTS[sort];
  const cut = `LIMIT ${bind.one(stretch.limit, 'int')} OFFSET ${bind.one(stretch.offset, 'int')}`;
  const prefix = gather ? gathered : '';
  if (!hasParts(sort, order))
    return `${prefix}SELECT s.person_id, s.program_id ${from} ORDER BY ${towards(columns, way)} ${cut}`;
  const most = bind.one(stretch.limit + stretch.offset, 'int');
  const part = (condition: string): string =>
    `(SELECT s.person_id, s.program_id ${from} AND ${condition} ORDER BY ${towards(columns, way)} LIMIT ${most})`;
  // One after the other: the second is begun only when the first has not filled the page.
  const parts = [part(HELD), part(`NOT ${HELD}`)];
  if (stretch.fromEnd) parts.reverse();
  return `${prefix}SELECT person_id, program_id FROM (${parts.join(' UNION ALL ')}) s ${cut}`;
}

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
