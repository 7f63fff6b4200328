import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/database/database.js';
import { inScope, type Scope } from '../departments/index.js';
import type { Roster, RosterFields } from './read-roster.js';
import type { RosterColumn } from './roster-columns.js';
import { TAG_SEPARATOR } from './roster-values.js';
import { withAncestors, type KnownPerson, type StaffSnapshot } from './roster-plan.js';

interface Row extends Record<RosterColumn, string | null> {
  id: string;
  in_scope: boolean;
}

/** The part of the staff that a roster touches. */
@Injectable()
export class StaffReadModel {
  async snapshot(sql: Sql, scope: Scope, roster: Roster): Promise<StaffSnapshot> {
    const values = (column: RosterColumn) => distinct(roster.entries.map(({ fields }) => fields[column]));
    const people = await this.people(
      sql,
      scope,
      distinct([...values('employee_no'), ...values('manager_no')]),
    );
    const holders = await sql.query<{ address: string; employee_no: string }>(
      `SELECT lower(email) AS address, employee_no FROM person WHERE lower(email) = ANY($1::text[])`,
      [values('email').map((address) => address.toLowerCase())],
    );
    const departments = await sql.query<{ path: string }>(
      'SELECT path FROM department WHERE path = ANY($1::text[])',
      [distinct(values('department').flatMap(withAncestors))],
    );
    const [top] = scope
      ? await sql.query<{ path: string }>('SELECT path FROM department WHERE id = $1', [scope])
      : [];
    return {
      people,
      emails: new Map(holders.map(({ address, employee_no }) => [address, employee_no])),
      departments: new Set(departments.map(({ path }) => path)),
      scopePath: top?.path ?? null,
    };
  }

  /** These people and everybody above them. */
  private async people(
    sql: Sql,
    scope: Scope,
    numbers: readonly string[],
  ): Promise<Map<string, KnownPerson>> {
    const rows = await sql.query<Row>(
      `WITH RECURSIVE reached (id, manager_id) AS (
         SELECT id, manager_id FROM person WHERE employee_no = ANY($1::text[])
         UNION SELECT p.id, p.manager_id FROM person p JOIN reached r ON p.id = r.manager_id)
       SELECT p.id, p.employee_no, p.name, p.english_name, p.email, p.phone, d.path AS department, p.position, p.tier,
              m.employee_no AS manager_no, p.hire_date, nullif(array_to_string(p.tags, $3), '') AS tags, p.location, p.time_zone, p.locale, p.status,
              ${inScope('d', '$2')} AS in_scope
       FROM reached r JOIN person p ON p.id = r.id JOIN department d ON d.id = p.department_id
         LEFT JOIN person m ON m.id = p.manager_id`,
      [numbers, scope, TAG_SEPARATOR],
    );
    return new Map(
      rows.map(({ id, in_scope, ...fields }): [string, KnownPerson] => [
        fields.employee_no!,
        { id, inScope: in_scope, fields },
      ]),
    );
  }
}

const distinct = (values: readonly RosterFields[RosterColumn][]): string[] => [
  ...new Set(values.filter((value) => typeof value === 'string')),
];
