import { Injectable } from '@nestjs/common';
import type { PeopleImport } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import type { Sql } from '../../platform/database/database.js';
import type { ImportReport } from './import-report.js';
import type { PlannedRow, RosterPlan } from './roster-plan.js';
import type { RosterTable } from './roster-table.js';
import type { RowError } from './read-roster.js';

type ImportStatus = PeopleImport['status'];
interface Row {
  id: string;
  status: ImportStatus;
  report: ImportReport;
  created_at: Date;
  committed_at: Date | null;
  created_by: { id: string; name: string };
}
export interface StoredImport {
  status: ImportStatus;
  fingerprint: string;
  header: string[];
}
/** A row that was refused, as it stood in the file. */
export interface RefusedRow {
  cells: string[];
  error: RowError;
}

const CHUNK = 2_000;
const SELECT = `SELECT i.id, i.status, i.report, i.created_at, i.committed_at, json_build_object('id', p.id, 'name', p.name) AS created_by
  FROM people_import i JOIN person p ON p.id = i.created_by`;

/** A report names people of the whole file, so whoever is limited to a sub-tree sees only what they uploaded under that limit. */
const VISIBLE = `($1::uuid IS NULL OR (i.created_by = $2 AND i.scope_department_id = $1))`;
const visibleTo = (actor: Actor) => [actor.scopeDepartmentId, actor.personId];

/** Uploaded rosters with their rows; the rows are kept until the import is committed. */
@Injectable()
export class ImportsRepository {
  async insert(
    sql: Sql,
    actor: Actor,
    made: { report: ImportReport; plan: RosterPlan; table: RosterTable; now: Date },
  ): Promise<string> {
    const { report, plan, table, now } = made;
    const [row] = await sql.query<{ id: string }>(
      `INSERT INTO people_import (created_by, created_at, status, report, header, fingerprint, scope_department_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        actor.personId,
        now,
        plan.errors.length > 0 ? 'blocked' : 'ready',
        JSON.stringify(report),
        JSON.stringify(table.header),
        plan.fingerprint,
        actor.scopeDepartmentId,
      ],
    );
    for (let from = 0; from < plan.rows.length; from += CHUNK)
      await this.insertRows(
        sql,
        row!.id,
        plan.rows.slice(from, from + CHUNK),
        table.rows.slice(from, from + CHUNK),
      );
    return row!.id;
  }

  private async insertRows(
    sql: Sql,
    id: string,
    planned: readonly PlannedRow[],
    rows: RosterTable['rows'],
  ): Promise<void> {
    await sql.query(
      `INSERT INTO people_import_row (import_id, line, action, cells, errors)
       SELECT $1, line, action, cells, errors
       FROM jsonb_to_recordset($2::jsonb) AS r (line int, action text, cells jsonb, errors jsonb)`,
      [
        id,
        JSON.stringify(
          rows.map(({ line, cells }, i) => ({
            line,
            cells,
            action: planned[i]!.action,
            errors: planned[i]!.errors,
          })),
        ),
      ],
    );
  }

  async one(sql: Sql, actor: Actor, id: string): Promise<PeopleImport | null> {
    const [row] = await sql.query<Row>(`${SELECT} WHERE ${VISIBLE} AND i.id = $3`, [...visibleTo(actor), id]);
    return row ? toImport(row) : null;
  }

  async list(sql: Sql, actor: Actor, page: { limit: number; offset: number; order: 'asc' | 'desc' }) {
    const direction = page.order === 'desc' ? 'DESC' : 'ASC';
    const rows = await sql.query<Row>(
      `${SELECT} WHERE ${VISIBLE} ORDER BY i.created_at ${direction}, i.id ${direction} LIMIT $3 OFFSET $4`,
      [...visibleTo(actor), page.limit, page.offset],
    );
    const [counted] = await sql.query<{ total: number }>(
      `SELECT count(*) AS total FROM people_import i WHERE ${VISIBLE}`,
      visibleTo(actor),
    );
    return { items: rows.map(toImport), total: counted!.total };
  }

  async errors(
    sql: Sql,
    id: string,
    page: { limit: number | null; offset: number; order: 'asc' | 'desc' },
  ): Promise<RefusedRow[]> {
    const direction = page.order === 'desc' ? 'DESC' : 'ASC';
    return sql.query<RefusedRow>(
      `SELECT r.cells, e.error FROM people_import_row r CROSS JOIN jsonb_array_elements(r.errors) WITH ORDINALITY AS e (error, position)
       WHERE r.import_id = $1 AND r.action = 'error'
       ORDER BY r.line ${direction}, e.position ${direction} LIMIT $2 OFFSET $3`,
      [id, page.limit, page.offset],
    );
  }

  /** `lock` for committing: nobody else does at the same time. */
  async stored(sql: Sql, actor: Actor, id: string, { lock = false } = {}): Promise<StoredImport | null> {
    const [row] = await sql.query<StoredImport>(
      `SELECT i.status, i.fingerprint, i.header FROM people_import i WHERE ${VISIBLE} AND i.id = $3 ${lock ? 'FOR UPDATE' : ''}`,
      [...visibleTo(actor), id],
    );
    return row ?? null;
  }

  async table(sql: Sql, id: string, header: readonly string[]): Promise<RosterTable> {
    const rows = await sql.query<{ line: number; cells: string[] }>(
      'SELECT line, cells FROM people_import_row WHERE import_id = $1 ORDER BY line',
      [id],
    );
    return { header, rows };
  }

  /** The rows have done their duty; what they said now stands with the people. */
  async markCommitted(sql: Sql, id: string, now: Date): Promise<void> {
    await sql.query(`UPDATE people_import SET status = 'committed', committed_at = $2 WHERE id = $1`, [
      id,
      now,
    ]);
    await sql.query('DELETE FROM people_import_row WHERE import_id = $1', [id]);
  }

  /** Personal data of uploads that were never committed do not stay. */
  async deleteUncommitted(sql: Sql, before: Date): Promise<void> {
    await sql.query(`DELETE FROM people_import WHERE status <> 'committed' AND created_at < $1`, [before]);
  }
}

const toImport = (row: Row): PeopleImport => ({
  ...row.report,
  id: row.id,
  status: row.status,
  createdAt: row.created_at.toISOString(),
  committedAt: row.committed_at?.toISOString() ?? null,
  createdBy: row.created_by,
});
