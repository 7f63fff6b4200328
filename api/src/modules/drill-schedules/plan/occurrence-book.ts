import { Injectable } from '@nestjs/common';
import type { ScenarioDocument } from '@readyroom/contract';
import type { Tx } from '../../../platform/database/database.js';
import { AHEAD_COUNT, AHEAD_MS, FAR_MS, type ScheduleRow } from '../schedule-row.js';
import { occurrencesBetween, type PlannedMoment } from './occurrences.js';
import { ScheduleCast } from './schedule-cast.js';

interface Known {
  id: string;
  recurrenceId: string;
  state: string;
  plannedAt: Date;
  moved: string | null;
  reason: string | null;
}

/** Called off because the rule no longer had it, not by a person. */
const BY_RULE = 'rule';

/** How long a live run of a scenario takes, in real minutes. */
export const runMinutes = ({ durationMinutes, rate }: ScenarioDocument): number =>
  Math.ceil(durationMinutes / rate);

/** Writes the occurrences of a schedule. The rows are the truth: what is written stays until somebody changes it. */
@Injectable()
export class OccurrenceBook {
  constructor(private readonly casting: ScheduleCast) {}

  /** Plans what the rule has further ahead and is not written yet. */
  async extend(tx: Tx, schedule: ScheduleRow, document: ScenarioDocument, now: Date): Promise<void> {
    const known = new Set((await this.known(tx, schedule)).map(({ recurrenceId }) => recurrenceId));
    for (const moment of wantedOf(schedule, now))
      if (!known.has(moment.recurrenceId)) await this.insert(tx, schedule, document, moment, now);
    await tx.query('UPDATE drill_schedule SET extended_at = $2 WHERE id = $1', [schedule.id, now]);
  }

  /**
   * Makes what is still planned follow the schedule: adds and cancels, and moves or recasts where that is what changed,
   * so that what was moved or cast by hand outlives a new title. Answers how many remain.
   */
  async replan(
    tx: Tx,
    schedule: ScheduleRow,
    document: ScenarioDocument,
    now: Date,
    changed: { timing: boolean; cast: boolean },
  ): Promise<number> {
    const known = await this.known(tx, schedule);
    const wanted = wantedOf(schedule, now);
    for (const moment of wanted) {
      const row = known.find(({ recurrenceId }) => recurrenceId === moment.recurrenceId);
      if (!row) await this.insert(tx, schedule, document, moment, now);
      else if (row.state === 'cancelled' && row.reason === BY_RULE)
        await this.revive(tx, row.id, schedule, moment, now);
    }
    const held = heldBy(schedule, now, known);
    for (const row of known) {
      if (row.state !== 'planned' || row.plannedAt <= now || !follows(schedule, row.recurrenceId)) continue;
      const moment = held.get(row.recurrenceId);
      if (!moment || (changed.timing && moment.plannedAt <= now)) {
        await this.cancel(tx, row.id, now, BY_RULE);
        continue;
      }
      const { plannedAt, moved } = changed.timing ? moment : row;
      await this.change(tx, row.id, { plannedAt, moved, title: schedule.title }, schedule, now);
      if (changed.cast) await this.cast(tx, row.id, schedule, now);
    }
    const [left] = await tx.query<{ n: number }>(
      `SELECT count(*) AS n FROM drill_occurrence WHERE schedule_id = $1 AND state = 'planned'`,
      [schedule.id],
    );
    return left!.n;
  }

  /** What invited people see of it raises the number of their invitation. */
  async change(
    tx: Tx,
    id: string,
    to: { plannedAt: Date; title: string; moved: string | null },
    schedule: Pick<ScheduleRow, 'noNoticeDays'>,
    now: Date,
  ): Promise<void> {
    const announced = schedule.noNoticeDays === null;
    const rows = await tx.query(
      `UPDATE drill_occurrence SET planned_at = $2, title = $3, moved = $4, announced = $5, updated_at = $6
       WHERE id = $1 AND (planned_at, title, announced) IS DISTINCT FROM ($2, $3, $5) RETURNING id`,
      [id, to.plannedAt, to.title, to.moved, announced, now],
    );
    if (rows.length > 0) await raise(tx, id);
  }

  async cancel(tx: Tx, id: string, now: Date, reason: string | null = null): Promise<void> {
    await tx.query(
      `UPDATE drill_occurrence SET state = 'cancelled', reason = $3, updated_at = $2 WHERE id = $1`,
      [id, now, reason],
    );
    await raise(tx, id);
  }

  /** The rule has it again. What a person called off stays off. */
  private async revive(
    tx: Tx,
    id: string,
    schedule: ScheduleRow,
    { plannedAt, moved }: PlannedMoment,
    now: Date,
  ): Promise<void> {
    await tx.query(`UPDATE drill_occurrence SET state = 'planned', reason = NULL WHERE id = $1`, [id]);
    await raise(tx, id);
    await this.change(tx, id, { plannedAt, moved, title: schedule.title }, schedule, now);
    await this.cast(tx, id, schedule, now);
  }

  private async insert(
    tx: Tx,
    schedule: ScheduleRow,
    document: ScenarioDocument,
    moment: PlannedMoment,
    now: Date,
  ): Promise<void> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO drill_occurrence (schedule_id, recurrence_id, recurrence_at, planned_at, minutes, title, moved,
         announced, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (schedule_id, recurrence_id) DO NOTHING RETURNING id`,
      [
        schedule.id,
        moment.recurrenceId,
        moment.recurrenceAt,
        moment.plannedAt,
        runMinutes(document),
        schedule.title,
        moment.moved,
        schedule.noNoticeDays === null,
        now,
      ],
    );
    if (row) await this.cast(tx, row.id, schedule, now);
  }

  private async cast(tx: Tx, id: string, schedule: ScheduleRow, now: Date): Promise<void> {
    await this.casting.write(tx, id, await this.casting.resolve(tx, schedule.cast, schedule.createdBy), now);
  }

  private known(tx: Tx, schedule: ScheduleRow): Promise<Known[]> {
    return tx.query<Known>(
      `SELECT id, recurrence_id AS "recurrenceId", state, planned_at AS "plannedAt", moved, reason
       FROM drill_occurrence WHERE schedule_id = $1 FOR UPDATE`,
      [schedule.id],
    );
  }
}

const raise = (tx: Tx, occurrenceId: string) =>
  tx.query(
    `UPDATE drill_occurrence_person SET sequence = sequence + 1 WHERE occurrence_id = $1 AND removed_at IS NULL`,
    [occurrenceId],
  );

/** `once` comes after every day, so it always follows. */
const follows = ({ keepBefore }: ScheduleRow, recurrenceId: string): boolean =>
  keepBefore === null || recurrenceId >= keepBefore;

/** What is to be written: all that is near, or else the next one, however far it is. */
function wantedOf(schedule: ScheduleRow, now: Date): PlannedMoment[] {
  const from = now.getTime();
  const near = occurrencesBetween(schedule, now, new Date(from + AHEAD_MS), AHEAD_COUNT);
  const wanted = near.length > 0 ? near : occurrencesBetween(schedule, now, new Date(from + FAR_MS), 1);
  return wanted.filter(({ recurrenceId }) => follows(schedule, recurrenceId));
}

/** What the rule has, including days that have passed: a day may have been moved by hand into the time to come. */
function heldBy(schedule: ScheduleRow, now: Date, known: readonly Known[]): Map<string, PlannedMoment> {
  const last = Math.max(now.getTime() + AHEAD_MS, ...known.map(({ plannedAt }) => plannedAt.getTime()));
  const back = new Date(now.getTime() - AHEAD_MS);
  const moments = occurrencesBetween(schedule, back, new Date(last + AHEAD_MS));
  return new Map(moments.map((moment) => [moment.recurrenceId, moment]));
}
