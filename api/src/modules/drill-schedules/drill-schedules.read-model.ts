import { Injectable } from '@nestjs/common';
import type {
  DrillOccurrence,
  DrillSchedule,
  DrillScheduleDetail,
  DrillScheduleList,
  ListDrillSchedulesQuery,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { ScheduleNotFound } from './drill-schedule.errors.js';
import { LAST_LETTER } from './invitations/invitations.js';
import { SCHEDULE_COLUMNS, visibleSchedule } from './schedule-row.js';

type Author = Pick<Actor, 'personId' | 'scopeDepartmentId'>;
type Row = Omit<DrillSchedule, 'createdAt' | 'cancelledAt' | 'nextAt'> & {
  createdAt: Date;
  cancelledAt: Date | null;
  nextAt: Date | null;
};
type OccurrenceRow = Omit<DrillOccurrence, 'plannedAt'> & { plannedAt: Date };

const SORTS = { nextAt: 'n."nextAt"', title: 's.title', createdAt: 's.created_at' } as const;
const PAST_SHOWN = 20;

/** Schedules as the console lists and shows them. */
@Injectable()
export class DrillSchedulesReadModel {
  constructor(private readonly database: Database) {}

  async list(
    actor: Author,
    query: z.infer<typeof ListDrillSchedulesQuery>,
  ): Promise<z.infer<typeof DrillScheduleList>> {
    const where = `${visibleSchedule('$1', '$2')}
      AND ($3::uuid IS NULL OR s.scenario_id = $3)
      AND ($4::text[] IS NULL OR CASE WHEN s.cancelled_at IS NULL THEN 'open' ELSE 'cancelled' END = ANY($4))
      AND ($5::text IS NULL OR s.title ILIKE '%' || $5 || '%')`;
    const values = [
      actor.personId,
      actor.scopeDepartmentId,
      query.scenarioId ?? null,
      query.state?.length ? query.state : null,
      query.q?.replace(/[\\%_]/g, '\\$&') || null,
    ];
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total FROM drill_schedule s WHERE ${where}`,
      values,
    );
    const rows = await this.database.query<Row>(
      `SELECT ${SHOWN} WHERE ${where}
       ORDER BY ${SORTS[query.sort]} ${query.order} NULLS LAST, s.id ${query.order} LIMIT $6 OFFSET $7`,
      [...values, query.perPage, (query.page - 1) * query.perPage],
    );
    return { items: rows.map(toSchedule), total: count!.total };
  }

  /** @throws ScheduleNotFound */
  async detail(actor: Author, id: string): Promise<DrillScheduleDetail> {
    const [row] = await this.database.query<Row>(
      `SELECT ${SHOWN} WHERE s.id = $3 AND ${visibleSchedule('$1', '$2')}`,
      [actor.personId, actor.scopeDepartmentId, id],
    );
    if (!row) throw new ScheduleNotFound();
    const occurrences = await this.database.query<OccurrenceRow>(OCCURRENCES, [id, PAST_SHOWN]);
    return {
      ...toSchedule(row),
      occurrences: occurrences.map((one) => ({ ...one, plannedAt: one.plannedAt.toISOString() })),
    };
  }
}

const toSchedule = (row: Row): DrillSchedule => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  cancelledAt: row.cancelledAt?.toISOString() ?? null,
  nextAt: row.nextAt?.toISOString() ?? null,
});

/** The title is that of the published version, else of the newest one. */
const SHOWN = `${SCHEDULE_COLUMNS}, s.created_at AS "createdAt", n.*,
  json_build_object('id', c.id, 'slug', c.slug, 'title', (
    SELECT v.document->'title' FROM scenario_version v WHERE v.scenario_id = c.id
    ORDER BY v.status = 'published' DESC, v.number DESC LIMIT 1)) AS scenario,
  json_build_object('id', p.id, 'name', p.name, 'employeeNo', p.employee_no) AS "createdBy"
  FROM drill_schedule s JOIN scenario c ON c.id = s.scenario_id JOIN person p ON p.id = s.created_by
  CROSS JOIN LATERAL (
    SELECT min(o.planned_at) FILTER (WHERE o.state = 'planned') AS "nextAt",
      count(*) FILTER (WHERE o.state = 'planned') AS planned,
      count(*) FILTER (WHERE o.state = 'run_created') AS held
    FROM drill_occurrence o WHERE o.schedule_id = s.id) n`;

const OCCURRENCES = `
  SELECT o.id, o.recurrence_id AS "recurrenceId", o.planned_at AS "plannedAt", o.minutes, o.title, o.state, o.reason,
    o.moved, o.run_id AS "runId", coalesce((
      SELECT json_agg(json_build_object(
        'person', json_build_object('id', p.id, 'name', p.name, 'employeeNo', p.employee_no, 'tier', p.tier),
        'role', op.role, 'seat', op.seat, 'invited', op.told_sequence IS NOT NULL, 'letter', CASE WHEN l.id IS NOT NULL THEN
          json_build_object('kind', l.kind, 'state', l.state, 'reason', l.reason, 'at', to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END) ORDER BY op.role, op.seat, p.employee_no)
      FROM drill_occurrence_person op JOIN person p ON p.id = op.person_id
      LEFT JOIN LATERAL (${LAST_LETTER}) l ON true
      WHERE op.occurrence_id = o.id AND op.removed_at IS NULL), '[]') AS "cast"
  FROM (
    SELECT *, row_number() OVER (PARTITION BY state = 'planned' ORDER BY planned_at DESC) AS place
    FROM drill_occurrence WHERE schedule_id = $1) o
  WHERE o.state = 'planned' OR o.place <= $2
  ORDER BY o.planned_at, o.id`;
