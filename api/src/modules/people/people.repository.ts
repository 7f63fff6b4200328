import { Injectable } from '@nestjs/common';
import type { AccessRole, Locale, Tier } from '@readyroom/contract';
import type { Sql } from '../../platform/database/database.js';
import { inScope, type Scope } from '../departments/index.js';
import { nameInitials } from './name-initials.js';

/** Everything about a person that somebody else may write. */
export interface PersonFields {
  employeeNo: string;
  name: string;
  englishName: string | null;
  email: string | null;
  phone: string | null;
  departmentId: string;
  position: string | null;
  tier: Tier;
  managerId: string | null;
  hireDate: string | null;
  location: string | null;
  timeZone: string | null;
  locale: Locale;
  status: 'active' | 'left';
  roles: AccessRole[];
  scopeDepartmentId: string | null;
  /** Lower case. */
  tags: string[];
}

const COLUMNS: Record<keyof PersonFields, string> = {
  employeeNo: 'employee_no',
  name: 'name',
  englishName: 'english_name',
  email: 'email',
  phone: 'phone',
  departmentId: 'department_id',
  position: 'position',
  tier: 'tier',
  managerId: 'manager_id',
  hireDate: 'hire_date',
  location: 'location',
  timeZone: 'time_zone',
  locale: 'locale',
  status: 'status',
  roles: 'roles',
  scopeDepartmentId: 'scope_department_id',
  tags: 'tags',
};
const FIELDS = Object.keys(COLUMNS) as (keyof PersonFields)[];

/** People as rows. What lies outside the scope is not found. */
@Injectable()
export class PeopleRepository {
  async find(sql: Sql, scope: Scope, id: string): Promise<PersonFields | null> {
    const select = FIELDS.map((field) => `p.${COLUMNS[field]} AS "${field}"`).join(', ');
    const [row] = await sql.query<PersonFields>(
      `SELECT ${select} FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = $1 AND ${inScope('d', '$2')}`,
      [id, scope],
    );
    return row ?? null;
  }

  async insert(sql: Sql, fields: PersonFields, now: Date): Promise<string> {
    const names = FIELDS.map((field) => COLUMNS[field]);
    const values = FIELDS.map((field) => fields[field]);
    const [row] = await sql.query<{ id: string }>(
      `INSERT INTO person (name_initials, created_at, updated_at, ${names.join(', ')})
       VALUES ($1, $2, $2, ${names.map((_, i) => `$${i + 3}`).join(', ')}) RETURNING id`,
      [nameInitials(fields.name), now, ...values],
    );
    return row!.id;
  }

  async update(sql: Sql, id: string, changes: Partial<PersonFields>, now: Date): Promise<void> {
    const changed = FIELDS.filter((field) => field in changes);
    const values: unknown[] = [id, now, ...changed.map((field) => changes[field])];
    const sets = changed.map((field, i) => `${COLUMNS[field]} = $${i + 3}`);
    if (changes.name !== undefined) sets.push(`name_initials = $${values.push(nameInitials(changes.name))}`);
    await sql.query(`UPDATE person SET updated_at = $2, ${sets.join(', ')} WHERE id = $1`, values);
  }

  /** Whether `personId` is met on the way up from `managerId`. */
  async reportsTo(sql: Sql, managerId: string, personId: string): Promise<boolean> {
    const [row] = await sql.query<{ found: boolean }>(
      `WITH RECURSIVE above (id) AS (
         SELECT $1::uuid UNION SELECT p.manager_id FROM person p JOIN above ON above.id = p.id WHERE p.manager_id IS NOT NULL)
       SELECT EXISTS (SELECT FROM above WHERE id = $2) AS found`,
      [managerId, personId],
    );
    return row!.found;
  }

  /** Whether an active administrator is left besides these people. */
  async hasAdminBesides(sql: Sql, personIds: readonly string[]): Promise<boolean> {
    const rows = await sql.query(
      `SELECT FROM person WHERE status = 'active' AND 'admin' = ANY(roles) AND id <> ALL($1::uuid[]) LIMIT 1`,
      [personIds],
    );
    return rows.length > 0;
  }
}
