import { Injectable } from '@nestjs/common';
import type { Roster, RosterLine, RosterQuery } from '@readyroom/contract';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { inScope, type Scope } from '../../departments/index.js';

const NAMES = 10;

/** The roster of a stretch of time, a line a person, and who is on shift at this moment. */
@Injectable()
export class RosterReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async roster(scope: Scope, { from, to, q, departmentId, page, perPage }: RosterQuery): Promise<Roster> {
    const now = this.clock.now();
    const values = [scope, from, to, q?.replace(/[\\%_]/g, '\\$&') || null, departmentId ?? null];
    const items = await this.database.query<RosterLine>(
      `SELECT json_build_object('id', p.id, 'name', p.name) AS person, p.employee_no AS "employeeNo", d.name AS department,
         ${ON_SHIFT('$6')} AS "onShift",
         json_agg(json_build_object('id', h.id, 'startsAt', ${ISO('h.starts_at')}, 'endsAt', ${ISO('h.ends_at')})
           ORDER BY h.starts_at) AS shifts
       ${LINES} GROUP BY p.id, p.name, p.employee_no, d.name, d.path ORDER BY d.path, p.name, p.employee_no LIMIT $7 OFFSET $8`,
      [...values, now, perPage, (page - 1) * perPage],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(DISTINCT p.id)::int AS total ${LINES}`,
      values,
    );
    const working = await this.database.query<{ name: string; people: number }>(
      `SELECT p.name, count(*) OVER ()::int AS people FROM person p JOIN department d ON d.id = p.department_id
       WHERE p.status = 'active' AND ${inScope('d', '$1')} AND ${ON_SHIFT('$2')} ORDER BY p.name, p.employee_no LIMIT ${NAMES}`,
      [scope, now],
    );
    return {
      items,
      total: count!.total,
      now: {
        at: now.toISOString(),
        people: working[0]?.people ?? 0,
        names: working.map(({ name }) => name),
      },
    };
  }
}

const ISO = (column: string): string =>
  `to_char((${column}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const ON_SHIFT = (at: string): string => `EXISTS (SELECT 1 FROM shift n WHERE n.person_id = p.id
  AND n.starts_at <= ${at}::timestamptz AND n.ends_at > ${at}::timestamptz)`;
/** $1 scope, $2 from, $3 to, $4 search, $5 department. */
const LINES = `FROM person p JOIN department d ON d.id = p.department_id
  JOIN shift h ON h.person_id = p.id AND h.starts_at < $3::timestamptz AND h.ends_at > $2::timestamptz
  WHERE p.status = 'active' AND ${inScope('d', '$1')}
    AND ($4::text IS NULL OR p.name ILIKE '%' || $4 || '%' OR p.employee_no ILIKE '%' || $4 || '%')
    AND ($5::uuid IS NULL OR d.lineage @> ARRAY[$5::uuid])`;
