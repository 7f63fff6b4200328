import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Empty } from '@readyroom/contract';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Jobs } from '../../../platform/queue/jobs.js';
import { organisationDay } from '../../standings/index.js';
import { reminderStep } from './reminder-step.js';

export const REMIND = 'improvement-actions.remind';
const EVERY_MS = 15 * 60_000;

/** Puts a reminder before the owner of an open action once a step, however often and wherever the job runs. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ topic: REMIND, payload: Empty, handle: () => this.remind() }, EVERY_MS);
  }

  private async remind(): Promise<void> {
    const { today, now } = await organisationDay(this.database, this.clock);
    const open = await this.database.query<{ id: string; dueOn: string; ownerId: string }>(
      `SELECT id, due_on AS "dueOn", owner_id AS "ownerId" FROM improvement_action
       WHERE status IN ('open', 'in_progress') AND start_on <= $1 AND due_on <= $1::date + 7`,
      [today],
    );
    for (const { id, dueOn, ownerId } of open) {
      const due = reminderStep(dueOn, today);
      if (due)
        await this.database.query(
          `INSERT INTO improvement_reminder (action_id, due_on, step, weeks, person_id, created_at)
           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (action_id, due_on, step, weeks) DO NOTHING`,
          [id, dueOn, due.step, due.weeks, ownerId, now],
        );
    }
  }
}
