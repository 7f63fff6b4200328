import type { PeopleImport } from '@readyroom/contract';
import { maskPhone } from '../people/index.js';
import type { RosterFile } from './read-roster-file.js';
import type { FieldChange, PlannedRow, RosterPlan } from './roster-plan.js';
import type { RosterColumn } from './roster-columns.js';

/** The part of the contract's PeopleImport that is fixed at upload. */
export type ImportReport = Omit<PeopleImport, 'id' | 'status' | 'createdAt' | 'committedAt' | 'createdBy'>;

const SAMPLE = 50;
const SAMPLE_ORDER: readonly PlannedRow['action'][] = ['error', 'update', 'create', 'unchanged'];

/** Sums up a plan for the preview. */
export function reportOf(
  fileName: string,
  file: RosterFile,
  plan: RosterPlan,
  ignoredColumns: readonly string[],
): ImportReport {
  const count = (test: (row: PlannedRow) => boolean) => plan.rows.filter(test).length;
  const after = (row: PlannedRow, column: RosterColumn) => row.fields[column] ?? row.known?.fields[column];
  return {
    fileName,
    format: file.format,
    encoding: file.encoding,
    rows: plan.rows.length,
    created: count((row) => row.action === 'create'),
    updated: count((row) => row.action === 'update'),
    unchanged: count((row) => row.action === 'unchanged'),
    leaving: count(
      (row) =>
        row.action === 'update' && row.changes.some(({ column, to }) => column === 'status' && to === 'left'),
    ),
    departmentsCreated: [...plan.departmentsCreated],
    byTier: {
      executive: count((row) => after(row, 'tier') === 'executive'),
      manager: count((row) => after(row, 'tier') === 'manager'),
      frontline: count((row) => after(row, 'tier') === 'frontline'),
    },
    byStatus: {
      active: count((row) => after(row, 'status') === 'active'),
      left: count((row) => after(row, 'status') === 'left'),
    },
    errorCount: plan.errors.length,
    ignoredColumns: [...ignoredColumns],
    sample: SAMPLE_ORDER.flatMap((action) =>
      plan.rows.filter((row) => row.action === action).slice(0, SAMPLE),
    )
      .slice(0, SAMPLE)
      .map(({ line, action, fields, changes }) => ({
        line,
        action,
        employeeNo: fields.employee_no ?? '',
        name: fields.name ?? '',
        changes: action === 'error' ? [] : changes.map(toShow),
      })),
  };
}

/** Whoever may import need not see telephone numbers. */
const toShow = ({ column, from, to }: FieldChange): FieldChange => ({
  column,
  from: column === 'phone' && from ? maskPhone(from) : from,
  to: column === 'phone' && to ? maskPhone(to) : to,
});
