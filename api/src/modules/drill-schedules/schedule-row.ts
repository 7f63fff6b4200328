import type { CastTemplate } from '@readyroom/contract';
import type { Sql } from '../../platform/database/database.js';
import type { PlanRule } from './plan/occurrences.js';

export interface ScheduleRow extends PlanRule {
  readonly id: string;
  readonly scenarioId: string;
  readonly title: string;
  readonly cast: CastTemplate;
  readonly keepBefore: string | null;
  readonly createdBy: string;
  readonly cancelledAt: Date | null;
}

/** How long a recurring schedule is planned ahead, and how many occurrences at most. */
export const AHEAD_MS = 400 * 86_400_000;
export const AHEAD_COUNT = 60;
/** Where the next date is looked for when none is within that time. */
export const FAR_MS = 10 * AHEAD_MS;

export const SCHEDULE_COLUMNS = `s.id, s.scenario_id AS "scenarioId", s.title, s.starts_at AS "startsAt", s.rrule,
  s.time_zone AS "timeZone", s.hours, s.blackout, s.no_notice_days AS "noNoticeDays", s.seed,
  s.cast_template AS "cast", s.keep_before AS "keepBefore", s.created_by AS "createdBy",
  s.cancelled_at AS "cancelledAt"`;

/**
 * The schedules `s` that somebody may look at: their own and, with `drill.read`, those made within their sub-tree.
 * `person` and `scope` name the parameters.
 */
export const visibleSchedule = (person: string, scope: string): string => `(
  s.created_by = ${person} OR ${scope}::uuid IS NULL OR EXISTS (
    SELECT 1 FROM person vc JOIN department vd ON vd.id = vc.department_id
    WHERE vc.id = s.created_by AND vd.lineage @> ARRAY[${scope}::uuid]))`;

/** Holds the row: whoever plans a schedule does so alone. */
export async function lockSchedule(
  sql: Sql,
  id: string,
  by: { personId: string; scopeDepartmentId: string | null },
): Promise<ScheduleRow | null> {
  const [row] = await sql.query<ScheduleRow>(
    `SELECT ${SCHEDULE_COLUMNS} FROM drill_schedule s
     WHERE s.id = $1 AND ${visibleSchedule('$2', '$3')} FOR UPDATE OF s`,
    [id, by.personId, by.scopeDepartmentId],
  );
  return row ?? null;
}
