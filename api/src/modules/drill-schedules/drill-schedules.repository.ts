import type { Tx } from '../../platform/database/database.js';
import type { ScheduleRow } from './schedule-row.js';

type NewSchedule = Omit<ScheduleRow, 'id' | 'keepBefore' | 'cancelledAt'>;

export async function insertSchedule(tx: Tx, row: NewSchedule, now: Date): Promise<ScheduleRow> {
  const [made] = await tx.query<{ id: string }>(
    `INSERT INTO drill_schedule (title, starts_at, rrule, time_zone, hours, blackout, no_notice_days, cast_template,
       scenario_id, seed, created_by, created_at, updated_at, extended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $12) RETURNING id`,
    [...columns(row), row.scenarioId, row.seed, row.createdBy, now],
  );
  return { ...row, id: made!.id, keepBefore: null, cancelledAt: null };
}

export async function updateSchedule(tx: Tx, row: ScheduleRow, now: Date): Promise<void> {
  await tx.query(
    `UPDATE drill_schedule SET title = $1, starts_at = $2, rrule = $3, time_zone = $4, hours = $5, blackout = $6,
       no_notice_days = $7, cast_template = $8, keep_before = $9, updated_at = $10
     WHERE id = $11`,
    [...columns(row), row.keepBefore, now, row.id],
  );
}

const columns = (row: NewSchedule): unknown[] => [
  row.title,
  row.startsAt,
  row.rrule,
  row.timeZone,
  JSON.stringify(row.hours),
  row.blackout,
  row.noNoticeDays,
  JSON.stringify(row.cast),
];
