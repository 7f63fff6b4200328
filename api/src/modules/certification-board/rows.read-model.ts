import { Injectable } from '@nestjs/common';
import type { CertificationRow, CertificationRowList, CertificationRowsQuery } from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Parameters } from '../../platform/database/binding.js';
import { Database } from '../../platform/database/database.js';
import { completionRoot } from '../completion/index.js';
import { organisationDay, programStatus } from '../standings/index.js';
import {
  countRows,
  readsPeople,
  ROW_DAYS,
  ROW_JOINS,
  selectKeys,
  stretchOf,
  waivedUntil,
  type RowFilters,
} from './rows.sql.js';

type Query = z.infer<typeof CertificationRowsQuery>;
interface Key {
  person_id: string;
  program_id: string;
}

/** The people behind any number of the board of programs. */
@Injectable()
export class RowsReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The filters as they hold for somebody with this scope. Exports use the same. @throws DepartmentNotFound */
  async filters(
    query: Omit<Query, 'page' | 'perPage' | 'sort' | 'order'>,
    scope: string | null,
  ): Promise<RowFilters> {
    const root = await completionRoot(this.database, query.departmentId, scope);
    const { today } = await organisationDay(this.database, this.clock);
    return {
      departmentIds: query.own ? (root ? [root.id] : []) : root && (await this.subtree(root.id)),
      tiers: query.tier,
      programIds: query.programId,
      statuses: query.status,
      personId: query.personId,
      ruleId: query.ruleId,
      dueFrom: query.dueFrom,
      dueTo: query.dueTo,
      q: query.q,
      today,
    };
  }

  async list(query: Query, scope: string | null): Promise<z.infer<typeof CertificationRowList>> {
    const filters = await this.filters(query, scope);
    const { total, outOf } = await this.count(filters);
    const stretch = stretchOf(query.page, query.perPage, total);
    if (stretch.limit === 0) return { items: [], total };
    // Where matches are few, gathering them all and sorting is shorter than the way along the order asked for. The counts
    // tell which it is, which the planner could only guess. Gathering reads everything, unless it asks about people.
    const way = ((stretch.offset + stretch.limit) / total) * outOf;
    const gather = way > (readsPeople(filters) ? total : Math.max(total, outOf / 8));
    const bind = new Parameters();
    const keys = await this.database.query<Key>(
      selectKeys(filters, { sort: query.sort, order: query.order, stretch, gather }, bind),
      bind.values,
    );
    return { items: await this.read(stretch.fromEnd ? keys.reverse() : keys, filters.today), total };
  }

  /** How many rows match (exactly), and out of about how many. */
  private async count(filters: RowFilters): Promise<{ total: number; outOf: number }> {
    const bind = new Parameters();
    const [row] = await this.database.query<{ total: number; outOf: number }>(
      `SELECT n.total, greatest(n.total, t.reltuples)::float8 AS "outOf"
       FROM (${countRows(filters, bind)}) n, pg_class t WHERE t.oid = 'program_standing'::regclass`,
      bind.values,
    );
    return row!;
  }

  private read(keys: readonly Key[], today: string): Promise<CertificationRow[]> {
    return this.database.prepared<CertificationRow>('certification_rows', READ, [
      keys.map((key) => key.person_id),
      keys.map((key) => key.program_id),
      today,
    ]);
  }

  private async subtree(id: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM department WHERE lineage @> ARRAY[$1::uuid]',
      [id],
    );
    return rows.map((row) => row.id);
  }
}

const READ = `
  SELECT s.person_id || ':' || s.program_id AS id,
         json_build_object('id', p.id, 'name', p.name, 'employeeNo', p.employee_no) AS person,
         d.path AS "departmentPath", s.tier, json_build_object('id', g.id, 'title', v.document->'title') AS program,
         ${programStatus('s', '$3')} AS status, ${waivedUntil('$3::date')} AS "waivedUntil",
         ${Object.entries(ROW_DAYS)
           .map(([name, column]) => `${column} AS "${name}"`)
           .join(', ')}
  FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS page(person_id, program_id, ordinal)
  JOIN program_standing s USING (person_id, program_id) ${ROW_JOINS}
  ORDER BY page.ordinal`;
