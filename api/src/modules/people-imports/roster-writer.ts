import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Reconciliation } from '../audience-rules/index.js';
import { Credentials } from '../auth/index.js';
import { ensureDepartment } from '../departments/index.js';
import { LastAdmin, nameInitials } from '../people/index.js';
import type { RosterColumn } from './roster-columns.js';
import { TAG_SEPARATOR } from './roster-values.js';
import type { PlannedRow, RosterPlan } from './roster-plan.js';

/** Columns that hold what the file says; the others (number, department, manager) need a look-up. */
const PLAIN: readonly RosterColumn[] = [
  'name',
  'english_name',
  'email',
  'phone',
  'position',
  'tier',
  'hire_date',
  'tags',
  'location',
  'time_zone',
  'locale',
  'status',
];
const MANY = 1_000;
/** A change of these may change what somebody is assigned and how they are counted. */
const COUNTS: readonly RosterColumn[] = ['department', 'tier', 'status', 'position', 'hire_date', 'tags'];

const RECORD = `(employee_no text, name text, name_initials text, english_name text, email text, phone text, department_id uuid,
  position text, tier tier, hire_date date, tags text, location text, time_zone text, locale text, status text)`;

/** A cell of the file as the column keeps it. */
const valueOf = (column: RosterColumn): string =>
  column === 'tags' ? `coalesce(string_to_array(r.tags, '${TAG_SEPARATOR}'), '{}')` : `r.${column}`;

/** Carries out a plan without errors, in a handful of statements whatever its size. */
@Injectable()
export class RosterWriter {
  constructor(
    private readonly clock: Clock,
    private readonly credentials: Credentials,
    private readonly reconciliation: Reconciliation,
  ) {}

  async write(tx: Tx, plan: RosterPlan): Promise<void> {
    const created = plan.rows.filter((row) => row.action === 'create');
    const updated = plan.rows.filter((row) => row.action === 'update');
    const leaving = updated.filter((row) => changed(row, 'status') && row.fields.status === 'left').map(idOf);
    await this.keepAnAdmin(tx, leaving);
    for (const path of plan.departmentsCreated) await ensureDepartment(tx, path);
    const departments = await departmentIds(tx, [...created, ...updated]);
    await this.update(tx, updated, departments, plan.columns);
    const newIds = await this.insert(tx, created, departments);
    // Who is assigned and reminded is worked out at once, before PostgreSQL gets to know the new size by itself.
    if (newIds.length >= MANY) await tx.query('ANALYZE person');
    await this.setManagers(tx, [...created, ...updated]);
    if (leaving.length > 0) await this.credentials.revoke(tx, leaving);
    const affected = [
      ...newIds,
      ...updated.filter((row) => COUNTS.some((column) => changed(row, column))).map(idOf),
    ];
    if (affected.length > 0) await this.reconciliation.promise(tx, affected);
  }

  private async keepAnAdmin(tx: Tx, leaving: readonly string[]): Promise<void> {
    const [row] = await tx.query<{ leaves: boolean | null; stays: boolean | null }>(
      `SELECT bool_or(id = ANY($1::uuid[])) AS leaves, bool_or(id <> ALL($1::uuid[])) AS stays
       FROM person WHERE status = 'active' AND 'admin' = ANY(roles)`,
      [leaving],
    );
    if (row!.leaves && !row!.stays) throw new LastAdmin();
  }

  private async insert(
    tx: Tx,
    rows: readonly PlannedRow[],
    departments: ReadonlyMap<string, string>,
  ): Promise<string[]> {
    const made = await tx.query<{ id: string }>(
      `INSERT INTO person (employee_no, name_initials, department_id, ${PLAIN.join(', ')}, created_at, updated_at)
       SELECT employee_no, name_initials, department_id, ${PLAIN.map(valueOf).join(', ')}, $2, $2
       FROM jsonb_to_recordset($1::jsonb) AS r ${RECORD} RETURNING id`,
      [recordsOf(rows, departments), this.clock.now()],
    );
    return made.map((row) => row.id);
  }

  /** Writes the columns that the file has; language and status keep their value where a cell is empty. */
  private async update(
    tx: Tx,
    rows: readonly PlannedRow[],
    departments: ReadonlyMap<string, string>,
    columns: readonly RosterColumn[],
  ): Promise<void> {
    if (rows.length === 0) return;
    // Two people may exchange addresses: the old ones go first.
    await tx.query('UPDATE person SET email = NULL WHERE id = ANY($1)', [
      rows.filter((row) => changed(row, 'email')).map(idOf),
    ]);
    const sets = PLAIN.filter((column) => columns.includes(column)).map((column) => {
      const keeps = column === 'locale' || column === 'status';
      return keeps ? `${column} = coalesce(r.${column}, p.${column})` : `${column} = ${valueOf(column)}`;
    });
    await tx.query(
      `UPDATE person p SET ${sets.join(', ')}, name_initials = r.name_initials, department_id = r.department_id, updated_at = $2
       FROM jsonb_to_recordset($1::jsonb) AS r ${RECORD} WHERE p.employee_no = r.employee_no`,
      [recordsOf(rows, departments), this.clock.now()],
    );
  }

  private async setManagers(tx: Tx, rows: readonly PlannedRow[]): Promise<void> {
    const moved = rows.filter((row) => changed(row, 'manager_no'));
    await tx.query(
      `UPDATE person p SET manager_id = m.id
       FROM unnest($1::text[], $2::text[]) AS r (employee_no, manager_no) LEFT JOIN person m ON m.employee_no = r.manager_no
       WHERE p.employee_no = r.employee_no`,
      [moved.map((row) => row.fields.employee_no), moved.map((row) => row.fields.manager_no)],
    );
  }
}

const idOf = (row: PlannedRow): string => row.known!.id;
const changed = (row: PlannedRow, column: RosterColumn): boolean =>
  row.changes.some((change) => change.column === column);

async function departmentIds(tx: Tx, rows: readonly PlannedRow[]): Promise<Map<string, string>> {
  const paths = [...new Set(rows.map((row) => row.fields.department!))];
  const found = await tx.query<{ id: string; path: string }>(
    'SELECT id, path FROM department WHERE path = ANY($1::text[])',
    [paths],
  );
  return new Map(found.map(({ id, path }) => [path, id]));
}

const recordsOf = (rows: readonly PlannedRow[], departments: ReadonlyMap<string, string>): string =>
  JSON.stringify(
    rows.map(({ fields }) => ({
      ...fields,
      name_initials: nameInitials(fields.name!),
      department_id: departments.get(fields.department!),
    })),
  );
