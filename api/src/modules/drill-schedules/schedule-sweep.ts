import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Empty } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { RunScenarios } from '../drill-runs/index.js';
import { Invitations } from './invitations/invitations.js';
import { OccurrenceRuns } from './occurrence-runs.js';
import { OccurrenceBook } from './plan/occurrence-book.js';
import { ScheduleCast } from './plan/schedule-cast.js';
import { SCHEDULE_COLUMNS, type ScheduleRow } from './schedule-row.js';

const EVERY_MS = 30_000;
const EXTEND_EVERY_MS = 86_400_000;

/** Looks after schedules: plans further ahead once a day, fills seats of people who left, invites when it is time, opens runs. Each step may be done twice. */
@Injectable()
export class ScheduleSweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: RunScenarios,
    private readonly book: OccurrenceBook,
    private readonly casting: ScheduleCast,
    private readonly invitations: Invitations,
    private readonly runs: OccurrenceRuns,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      { topic: 'drill-schedules.sweep', payload: Empty, handle: () => this.sweep() },
      EVERY_MS,
    );
  }

  async sweep(): Promise<void> {
    await this.extend();
    await this.refill();
    while ((await this.database.transaction((tx) => this.invitations.settle(tx))) > 0);
    await this.runs.open();
  }

  private async refill(): Promise<void> {
    const now = this.clock.now();
    for (const id of await this.casting.withGaps(this.database, now))
      await this.database.transaction((tx) => this.casting.refill(tx, id, now));
  }

  private async extend(): Promise<void> {
    const now = this.clock.now();
    const old = new Date(now.getTime() - EXTEND_EVERY_MS);
    const due = await this.database.query<{ id: string }>(
      `SELECT id FROM drill_schedule WHERE cancelled_at IS NULL AND rrule IS NOT NULL AND extended_at <= $1`,
      [old],
    );
    for (const { id } of due)
      await this.database.transaction(async (tx) => {
        const [row] = await tx.query<ScheduleRow>(
          `SELECT ${SCHEDULE_COLUMNS} FROM drill_schedule s
           WHERE s.id = $1 AND s.cancelled_at IS NULL AND s.extended_at <= $2 FOR UPDATE SKIP LOCKED`,
          [id, old],
        );
        const versionId = row && (await this.scenarios.published(tx, row.scenarioId));
        if (versionId) await this.book.extend(tx, row, await this.scenarios.document(tx, versionId), now);
      });
  }
}
