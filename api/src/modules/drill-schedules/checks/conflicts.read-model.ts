import { Injectable } from '@nestjs/common';
import type { DrillConflict } from '@readyroom/contract';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';

/** The same scenario tells a person little when it comes again within this time. */
const REPEATED_WITHIN_DAYS = 14;

interface Row {
  kind: DrillConflict['kind'];
  person: DrillConflict['person'];
  occurrenceId: string;
  plannedAt: Date;
  otherTitle: string;
  otherAt: Date;
  otherRunId: string | null;
  otherOccurrenceId: string | null;
}

@Injectable()
export class ConflictsReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Between the planned occurrences of a schedule and everything else that is planned or was held. That a series comes
   * again is its rule and no conflict of each of its dates; see `repeatedBy`.
   */
  async of(scheduleId: string): Promise<DrillConflict[]> {
    const rows = await this.database.query<Row>(CONFLICTS, [
      scheduleId,
      REPEATED_WITHIN_DAYS,
      new Date(this.clock.now().getTime() - REPEATED_WITHIN_DAYS * 86_400_000),
    ]);
    return rows.map((row) => ({
      kind: row.kind,
      person: row.person,
      occurrenceId: row.occurrenceId,
      plannedAt: row.plannedAt.toISOString(),
      other: {
        title: row.otherTitle,
        at: row.otherAt.toISOString(),
        runId: row.otherRunId,
        occurrenceId: row.otherOccurrenceId,
      },
    }));
  }

  /** Players whom the schedule itself brings to its scenario again too soon. */
  repeatedBy(scheduleId: string): Promise<DrillConflict['person'][]> {
    return this.database.query(REPEATED_BY, [scheduleId, REPEATED_WITHIN_DAYS]);
  }
}

/** Runs that came from an occurrence count as that occurrence; other live runs by when they began or are planned. */
const CONFLICTS = `
  WITH others AS (
    SELECT s.id AS schedule_id, op.person_id, op.role, s.scenario_id, o.id AS occurrence_id, o.run_id, o.title, o.planned_at AS at, o.minutes
    FROM drill_occurrence o JOIN drill_schedule s ON s.id = o.schedule_id
    JOIN drill_occurrence_person op ON op.occurrence_id = o.id AND op.removed_at IS NULL
    WHERE o.state IN ('planned', 'run_created') AND o.planned_at > $3
    UNION ALL
    SELECT NULL, dp.person_id, dp.role, v.scenario_id, NULL, r.id, coalesce(r.title, v.document #>> '{title,zh}'),
      coalesce(r.started_at, r.planned_for),
      ceil((v.document->>'durationMinutes')::numeric / (v.document->>'rate')::numeric)::int
    FROM drill_run r JOIN scenario_version v ON v.id = r.scenario_version_id
    JOIN drill_participant dp ON dp.run_id = r.id AND dp.removed_at IS NULL
    WHERE r.mode = 'live' AND coalesce(r.started_at, r.planned_for) > $3
      AND NOT EXISTS (SELECT 1 FROM drill_occurrence x WHERE x.run_id = r.id)),
  mine AS (SELECT * FROM others WHERE occurrence_id IN (
    SELECT id FROM drill_occurrence WHERE schedule_id = $1 AND state = 'planned'))
  SELECT k.kind, json_build_object('id', p.id, 'name', p.name, 'employeeNo', p.employee_no) AS person,
    m.occurrence_id AS "occurrenceId", m.at AS "plannedAt", x.title AS "otherTitle", x.at AS "otherAt",
    x.run_id AS "otherRunId", x.occurrence_id AS "otherOccurrenceId"
  FROM mine m JOIN others x ON x.person_id = m.person_id AND x.occurrence_id IS DISTINCT FROM m.occurrence_id
  JOIN person p ON p.id = m.person_id
  CROSS JOIN LATERAL (SELECT CASE
    WHEN m.at < x.at + make_interval(mins => x.minutes) AND x.at < m.at + make_interval(mins => m.minutes) THEN 'overlap'
    WHEN x.scenario_id = m.scenario_id AND m.role = 'player' AND x.role = 'player'
      AND x.schedule_id IS DISTINCT FROM m.schedule_id
      AND abs(extract(epoch FROM m.at - x.at)) < $2 * 86400 THEN 'repeated' END AS kind) k
  WHERE k.kind IS NOT NULL
  ORDER BY m.at, p.employee_no, x.at LIMIT 500`;

const REPEATED_BY = `
  WITH played AS (
    SELECT op.person_id, o.planned_at - lag(o.planned_at) OVER (PARTITION BY op.person_id ORDER BY o.planned_at) AS gap
    FROM drill_occurrence o JOIN drill_occurrence_person op ON op.occurrence_id = o.id
    WHERE o.schedule_id = $1 AND o.state = 'planned' AND op.role = 'player' AND op.removed_at IS NULL)
  SELECT p.id, p.name, p.employee_no AS "employeeNo" FROM person p
  WHERE p.id IN (SELECT person_id FROM played WHERE gap < make_interval(days => $2)) ORDER BY p.employee_no`;
