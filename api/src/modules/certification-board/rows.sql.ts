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

/** All conditions, for a standing `s` with its person `p`. */
export const rowConditions = (filters: RowFilters, bind: Binding): string =>
  [
    's.counted',
    ...(filters.departmentIds ? [bind.among('s.department_id', filters.departmentIds, 'uuid')] : []),
    ...(filters.tiers?.length ? [bind.among('s.tier', filters.tiers, 'tier')] : []),
    ...(filters.programIds?.length ? [bind.among('s.program_id', filters.programIds, 'uuid')] : []),
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
