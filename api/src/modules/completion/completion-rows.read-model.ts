import { Injectable } from '@nestjs/common';
import type { CompletionRow, CompletionRowList, CompletionRowsQuery } from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Parameters } from '../../platform/database/binding.js';
import { Database } from '../../platform/database/database.js';
import { organisationDay } from '../standings/index.js';
import { completionRoot } from './completion-root.js';
import {
  countRows,
  orderBy,
  overdueOn,
  placeConditions,
  readsPeople,
  ROW_COLUMNS,
  ROW_JOINS,
  rowConditions,
  type RowFilters,
} from './completion-rows.sql.js';

type Query = z.infer<typeof CompletionRowsQuery>;
type Row = Omit<CompletionRow, 'completedAt' | 'lastActivityAt'> & {
  completedAt: Date | null;
  lastActivityAt: Date | null;
};

/** The people behind any number of the board. */
@Injectable()
export class CompletionRowsReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The filters as they hold for somebody with this scope. Exports use the same. */
  async filters(
    query: Omit<Query, 'page' | 'perPage' | 'sort' | 'order'>,
    scope: string | null,
  ): Promise<RowFilters> {
    const root = await completionRoot(this.database, query.departmentId, scope);
    const { today } = await organisationDay(this.database, this.clock);
    return {
      departmentIds: query.own ? (root ? [root.id] : []) : root && (await this.subtree(root.id)),
      tiers: query.tier,
      courseIds: query.courseId,
      state: query.state,
      personId: query.personId,
      ruleId: query.ruleId,
      q: query.q,
      today,
    };
  }

  async list(query: Query, scope: string | null): Promise<z.infer<typeof CompletionRowList>> {
    const filters = await this.filters(query, scope);
    const { total, outOf } = await this.count(filters);
    const end = query.page * query.perPage;
    if (end - query.perPage >= total) return { items: [], total };
    // Where matches are dense, the way along the order asked for to the end of the page is short; where they are few,
    // gathering them all and sorting is. The counts tell which it is, which the planner could only guess.
    const walk = (end / total) * outOf <= total;
    return { items: await this.read(await this.keys(filters, query, walk), filters.today), total };
  }

  /** How many rows match (exactly), and out of about how many. */
  private async count(filters: RowFilters): Promise<{ total: number; outOf: number }> {
    const bind = new Parameters();
    const source = readsPeople(filters)
      ? `SELECT count(*) AS total FROM standing s JOIN person p ON p.id = s.person_id WHERE ${rowConditions(filters, bind)}`
      : countRows(filters, bind);
    const [row] = await this.database.query<{ total: number; outOf: number }>(
      `SELECT n.total, greatest(n.total, t.reltuples)::float8 AS "outOf"
       FROM (${source}) n, pg_class t WHERE t.oid = 'standing'::regclass`,
      bind.values,
    );
    return row!;
  }

  private keys(filters: RowFilters, { sort, order, page, perPage }: Query, walk: boolean): Promise<Key[]> {
    const bind = new Parameters();
    const conditions = rowConditions(filters, bind);
    const gathered = `WITH s AS MATERIALIZED (
      SELECT s.* FROM standing s ${readsPeople(filters) ? 'JOIN person p ON p.id = s.person_id' : ''} WHERE ${conditions})`;
    // On the walk, whoever is elsewhere is passed over before their standings are looked up.
    const walked = [conditions, ...(walk ? placeConditions(filters, bind, 'p') : [])].join(' AND ');
    return this.database.query<Key>(
      `${walk ? '' : gathered} SELECT s.person_id, s.course_id
       FROM ${walk ? 'standing s' : 's'} JOIN person p ON p.id = s.person_id JOIN course c ON c.id = s.course_id
       LEFT JOIN enrolment e ON e.person_id = s.person_id AND e.course_id = s.course_id AND e.superseded_at IS NULL
       ${walk ? `WHERE ${walked}` : ''}
       ORDER BY ${orderBy(sort, order)}
       LIMIT ${bind.one(perPage, 'int')} OFFSET ${bind.one((page - 1) * perPage, 'int')}`,
      bind.values,
    );
  }

  private async read(keys: readonly Key[], today: string): Promise<CompletionRow[]> {
    const rows = await this.database.prepared<Row>('completion_rows', READ, [
      keys.map((key) => key.person_id),
      keys.map((key) => key.course_id),
      today,
    ]);
    return rows.map((row) => ({
      ...row,
      completedAt: row.completedAt?.toISOString() ?? null,
      lastActivityAt: row.lastActivityAt?.toISOString() ?? null,
    }));
  }

  private async subtree(id: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM department WHERE lineage @> ARRAY[$1::uuid]',
      [id],
    );
    return rows.map((row) => row.id);
  }
}

interface Key {
  person_id: string;
  course_id: string;
}

const READ = `
  SELECT s.person_id || ':' || s.course_id AS id,
         json_build_object('id', p.id, 'name', p.name, 'employeeNo', p.employee_no) AS person,
         d.path AS "departmentPath", s.tier, json_build_object('id', c.id, 'title', v.title) AS course, s.progress,
         ${overdueOn('$3::date')} AS overdue,
         ${Object.entries(ROW_COLUMNS)
           .map(([name, column]) => `${column} AS "${name}"`)
           .join(', ')}
  FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS page(person_id, course_id, ordinal)
  JOIN standing s USING (person_id, course_id) ${ROW_JOINS}
  ORDER BY page.ordinal`;
