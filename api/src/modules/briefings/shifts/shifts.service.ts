import { Injectable } from '@nestjs/common';
import type {
  CreateShiftBody,
  ImportShiftsBody,
  ListShiftsQuery,
  Shift,
  ShiftsImported,
  UpdateShiftBody,
} from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Sql, type Tx } from '../../../platform/database/database.js';
import { inScope, type Scope } from '../../departments/index.js';
import { ShiftNotFound, ShiftOverlaps, ShiftPersonUnknown } from './shift.errors.js';

export interface ShiftTimes {
  readonly personId: string;
  readonly startsAt: Date | string;
  readonly endsAt: Date | string;
}
type Row = Omit<Shift, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date };

/** Who works when: what "on shift now" of a flash briefing means. */
@Injectable()
export class Shifts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Writes rows of another system. Those of people who are not known, have left or are out of scope are named and left out. */
  async import(scope: Scope, { rows }: ImportShiftsBody): Promise<ShiftsImported> {
    return this.database.transaction(async (tx) => {
      const ids = await this.peopleOf(tx, scope, [...new Set(rows.map(({ employeeNo }) => employeeNo))]);
      const known = rows.flatMap(({ employeeNo, ...times }) => {
        const person = ids.get(employeeNo);
        return person ? [{ personId: person.id, ...times }] : [];
      });
      const unknown = rows.map(({ employeeNo }) => employeeNo).filter((no) => !ids.has(no));
      await this.write(tx, known);
      return { written: known.length, unknown: [...new Set(unknown)].sort() };
    });
  }

  async list(
    scope: Scope,
    { at, page, perPage }: z.infer<typeof ListShiftsQuery>,
  ): Promise<{ items: Shift[]; total: number }> {
    const from = `${FROM} AND h.ends_at > $2::timestamptz AND (NOT $3 OR h.starts_at <= $2)`;
    const values = [scope, at ?? this.clock.now(), at !== undefined];
    const rows = await this.database.query<Row>(
      `SELECT ${COLUMNS} ${from} ORDER BY h.starts_at, p.name, h.id LIMIT $4 OFFSET $5`,
      [...values, perPage, (page - 1) * perPage],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::int AS total ${from}`,
      values,
    );
    return { items: rows.map(toShift), total: count!.total };
  }

  /** @throws ShiftPersonUnknown, ShiftOverlaps */
  async create(scope: Scope, body: CreateShiftBody): Promise<Shift> {
    return this.database.transaction(async (tx) => {
      const [person] = await tx.query(
        `SELECT 1 FROM person p JOIN department d ON d.id = p.department_id
         WHERE p.id = $2 AND p.status = 'active' AND ${inScope('d', '$1')} FOR NO KEY UPDATE OF p`,
        [scope, body.personId],
      );
      if (!person) throw new ShiftPersonUnknown();
      await this.mustBeFree(tx, body, null);
      const [made] = await tx.query<{ id: string }>(
        'INSERT INTO shift (person_id, starts_at, ends_at) VALUES ($1, $2, $3) RETURNING id',
        [body.personId, body.startsAt, body.endsAt],
      );
      return this.one(tx, scope, made!.id);
    });
  }

  /** @throws ShiftNotFound, ShiftOverlaps */
  async update(scope: Scope, id: string, times: UpdateShiftBody): Promise<Shift> {
    return this.database.transaction(async (tx) => {
      const [found] = await tx.query<{ personId: string }>(
        `SELECT p.id AS "personId" ${FROM} AND h.id = $2 FOR NO KEY UPDATE OF p`,
        [scope, id],
      );
      if (!found) throw new ShiftNotFound();
      await this.mustBeFree(tx, { ...found, ...times }, id);
      await tx.query('UPDATE shift SET starts_at = $2, ends_at = $3 WHERE id = $1', [
        id,
        times.startsAt,
        times.endsAt,
      ]);
      return this.one(tx, scope, id);
    });
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

  /** People who are here and in scope, by employee number. */
  async peopleOf(
    sql: Sql,
    scope: Scope,
    numbers: readonly string[],
  ): Promise<Map<string, { id: string; name: string }>> {
    const rows = await sql.query<{ id: string; name: string; employeeNo: string }>(
      `SELECT p.id, p.name, p.employee_no AS "employeeNo" FROM person p JOIN department d ON d.id = p.department_id
       WHERE p.employee_no = ANY($2) AND p.status = 'active' AND ${inScope('d', '$1')}`,
      [scope, numbers],
    );
    return new Map(rows.map(({ employeeNo, ...person }) => [employeeNo, person]));
  }

  /** What writing these would do. */
  async plan(
    sql: Sql,
    rows: readonly ShiftTimes[],
  ): Promise<{ fresh: number; unchanged: number; replaced: number }> {
    const [counts] = await sql.query<{ unchanged: number; replaced: number }>(
      `WITH g AS (${GIVEN})
       SELECT (SELECT count(*)::int FROM shift h WHERE ${AS_GIVEN}) AS unchanged,
         (SELECT count(*)::int FROM shift h WHERE ${OVERLAPPED}) AS replaced`,
      columnsOf(rows),
    );
    return { ...counts!, fresh: rows.length - counts!.unchanged };
  }

  /** A row takes the place of what it overlaps: written twice, a roster is there once. */
  async write(tx: Tx, rows: readonly ShiftTimes[]): Promise<void> {
    await tx.query(`WITH g AS (${GIVEN}) DELETE FROM shift h WHERE ${OVERLAPPED}`, columnsOf(rows));
    await tx.query(
      `WITH g AS (${GIVEN}) INSERT INTO shift (person_id, starts_at, ends_at)
       SELECT person_id, starts_at, max(ends_at) FROM g GROUP BY 1, 2
       ON CONFLICT (person_id, starts_at) DO UPDATE SET ends_at = excluded.ends_at`,
      columnsOf(rows),
    );
  }

  private async mustBeFree(tx: Tx, { personId, startsAt, endsAt }: ShiftTimes, except: string | null) {
    const [other] = await tx.query(
      `SELECT 1 FROM shift WHERE person_id = $1 AND starts_at < $3 AND ends_at > $2 AND id IS DISTINCT FROM $4::uuid`,
      [personId, startsAt, endsAt, except],
    );
    if (other) throw new ShiftOverlaps();
  }

  private async one(sql: Sql, scope: Scope, id: string): Promise<Shift> {
    const [row] = await sql.query<Row>(`SELECT ${COLUMNS} ${FROM} AND h.id = $2`, [scope, id]);
    return toShift(row!);
  }
}

const toShift = (row: Row): Shift => ({
  ...row,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
});
const columnsOf = (rows: readonly ShiftTimes[]): unknown[] => [
  rows.map(({ personId }) => personId),
  rows.map(({ startsAt }) => startsAt),
  rows.map(({ endsAt }) => endsAt),
];

const COLUMNS = `h.id, json_build_object('id', p.id, 'name', p.name) AS person, d.name AS department,
  h.starts_at AS "startsAt", h.ends_at AS "endsAt"`;
/** $1 scope. */
const FROM = `FROM shift h JOIN person p ON p.id = h.person_id JOIN department d ON d.id = p.department_id
  WHERE p.status = 'active' AND ${inScope('d', '$1')}`;
const GIVEN = `SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS t(person_id, starts_at, ends_at)`;
const AS_GIVEN = `EXISTS (SELECT 1 FROM g WHERE g.person_id = h.person_id AND g.starts_at = h.starts_at AND g.ends_at = h.ends_at)`;
const OVERLAPPED = `EXISTS (SELECT 1 FROM g WHERE g.person_id = h.person_id AND g.starts_at < h.ends_at
  AND g.ends_at > h.starts_at) AND NOT ${AS_GIVEN}`;
