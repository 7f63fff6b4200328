import { Injectable } from '@nestjs/common';
import type { ImportShiftsBody, ListShiftsQuery, Shift, ShiftsImported } from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { inScope, type Scope } from '../departments/index.js';
import { ShiftNotFound } from './briefing.errors.js';

/** Who works when: what "on shift now" of a flash briefing means. */
@Injectable()
export class Shifts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Writes a roster. Rows of people who are not known, have left or are out of scope are named and left out. */
  async import(scope: Scope, { rows }: ImportShiftsBody): Promise<ShiftsImported> {
    const given = [
      rows.map(({ employeeNo }) => employeeNo),
      rows.map(({ startsAt }) => startsAt),
      rows.map(({ endsAt }) => endsAt),
    ];
    const known = `unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) AS g(employee_no, starts_at, ends_at)
      LEFT JOIN (person p JOIN department d ON d.id = p.department_id AND ${inScope('d', '$4')})
        ON p.employee_no = g.employee_no AND p.status = 'active'`;
    return this.database.transaction(async (tx) => {
      const written = await tx.query(
        `INSERT INTO shift (person_id, starts_at, ends_at)
         SELECT p.id, g.starts_at, max(g.ends_at) FROM ${known} WHERE p.id IS NOT NULL GROUP BY 1, 2
         ON CONFLICT (person_id, starts_at) DO UPDATE SET ends_at = excluded.ends_at RETURNING 1`,
        [...given, scope],
      );
      const unknown = await tx.query<{ employeeNo: string }>(
        `SELECT DISTINCT g.employee_no AS "employeeNo" FROM ${known} WHERE p.id IS NULL ORDER BY 1`,
        [...given, scope],
      );
      return { written: written.length, unknown: unknown.map(({ employeeNo }) => employeeNo) };
    });
  }

  async list(
    scope: Scope,
    { at, page, perPage }: z.infer<typeof ListShiftsQuery>,
  ): Promise<{ items: Shift[]; total: number }> {
    const from = `FROM shift h JOIN person p ON p.id = h.person_id JOIN department d ON d.id = p.department_id
      WHERE p.status = 'active' AND h.ends_at > $2::timestamptz AND (NOT $3 OR h.starts_at <= $2)
        AND ${inScope('d', '$1')}`;
    const values = [scope, at ?? this.clock.now(), at !== undefined];
    const rows = await this.database.query<
      Omit<Shift, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date }
    >(
      `SELECT h.id, json_build_object('id', p.id, 'name', p.name) AS person, d.name AS department,
         h.starts_at AS "startsAt", h.ends_at AS "endsAt" ${from} ORDER BY h.starts_at, p.name, h.id LIMIT $4 OFFSET $5`,
      [...values, perPage, (page - 1) * perPage],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::int AS total ${from}`,
      values,
    );
    return {
      items: rows.map((row) => ({
        ...row,
        startsAt: row.startsAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
      })),
      total: count!.total,
    };
  }

  /** @throws ShiftNotFound */
  async remove(scope: Scope, id: string): Promise<void> {
    const gone = await this.database.query(
      `DELETE FROM shift h USING person p, department d
       WHERE h.id = $2 AND p.id = h.person_id AND d.id = p.department_id AND ${inScope('d', '$1')} RETURNING 1`,
      [scope, id],
    );
    if (gone.length === 0) throw new ShiftNotFound();
  }
}
