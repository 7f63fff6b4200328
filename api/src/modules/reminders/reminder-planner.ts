import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Jobs, type JobHandler } from '../../platform/queue/jobs.js';
import { organisationDay } from '../standings/index.js';
import { DUE_STEPS, TARGETS } from './due-steps.sql.js';

const EVERY_MS = 10 * 60_000;
const Payload = z.object({});

/**
 * Plans reminders: a row for each step, person, recipient and channel, and the delivery that will carry it. Everything is
 * set-based and in one transaction, and running it again plans nothing new, so it may run at any time, twice, or after
 * the system was down.
 */
@Injectable()
export class ReminderPlanner implements OnModuleInit, JobHandler<z.infer<typeof Payload>> {
  readonly topic = 'reminder.plan';
  readonly payload = Payload;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this, EVERY_MS);
  }

  async handle(): Promise<void> {
    await this.plan();
  }

  /** Answers how many reminders are new. */
  plan(): Promise<number> {
    return this.database.transaction(async (tx) => {
      // Planners take turns: what the first one wrote decides what is left for the second.
      await tx.query('SELECT pg_advisory_xact_lock(727330)');
      const { today, now } = await organisationDay(tx, this.clock);
      await tx.query(CLOSE, [now]);
      const [count] = await tx.query<{ planned: number }>(REMIND, [today, today, null, null, null, now]);
      await this.deliver(tx, now);
      return count!.planned;
    });
  }

  private async deliver(tx: Tx, now: Date): Promise<void> {
    const [setting] = await tx.query<{ digest: boolean }>('SELECT digest FROM notification_setting');
    await tx.query(setting!.digest ? DIGESTS : SINGLES, [now]);
  }
}

/** Once a program is not asked of a person any more, its reminders are history; asked again, they begin anew. */
const CLOSE = `
  UPDATE reminder r SET closed_at = $1 WHERE r.closed_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM program_standing s WHERE s.person_id = r.person_id AND s.program_id = r.program_id AND s.counted)`;

/** $6 now. */
const REMIND = `
  WITH ${DUE_STEPS}, ${TARGETS},
  planned AS (
    INSERT INTO reminder (person_id, program_id, cycle, step, role, recipient_id, channel, why, anchor, anchor_on, step_on, planned_at)
    SELECT person_id, program_id, cycle, key, role, recipient_id, channel, why, anchor, anchor_on, step_on, $6 FROM target
    ON CONFLICT DO NOTHING RETURNING 1
  )
  SELECT count(*) AS planned FROM planned`;

const RECIPIENT = `
  LEFT JOIN person p ON p.id = w.recipient_id AND w.channel <> 'robot'
  CROSS JOIN organisation o CROSS JOIN notification_setting n
  CROSS JOIN LATERAL (SELECT coalesce(p.time_zone, o.time_zone) AS zone) z`;

/**
 * One delivery a day, recipient and channel. If that of the day has gone out, the next one takes what is new. The row is
 * locked by writing it, so the sender cannot take it while more is put into it.
 */
const DIGESTS = `
  WITH wanted AS (SELECT DISTINCT recipient_id, channel FROM reminder WHERE delivery_id IS NULL AND planned_at <= $1),
  slot AS (
    SELECT w.*, n.digest_at, z.zone, notify_at($1, z.zone, n.digest_at, n.quiet_from, n.quiet_to) AS at
    FROM wanted w ${RECIPIENT}
  ),
  keyed AS (
    SELECT s.recipient_id, s.channel,
      CASE WHEN gone.id IS NULL THEN s.at ELSE ((s.at AT TIME ZONE s.zone)::date + 1 + s.digest_at) AT TIME ZONE s.zone END AS at,
      s.zone
    FROM slot s
    LEFT JOIN delivery gone ON gone.state <> 'planned'
      AND gone.effect_key = 'reminder:' || s.recipient_id || ':' || s.channel || ':' || (s.at AT TIME ZONE s.zone)::date
  ),
  made AS (
    INSERT INTO delivery AS d (effect_key, kind, channel, person_id, robot_id, not_before, created_at)
    SELECT 'reminder:' || recipient_id || ':' || channel || ':' || (at AT TIME ZONE zone)::date, 'reminder', channel,
      CASE WHEN channel <> 'robot' THEN recipient_id END, CASE WHEN channel = 'robot' THEN recipient_id END, at, $1
    FROM keyed ORDER BY 1
    ON CONFLICT (effect_key) DO UPDATE SET not_before = d.not_before WHERE d.state = 'planned'
    RETURNING id, channel, coalesce(person_id, robot_id) AS recipient_id
  )
  UPDATE reminder r SET delivery_id = made.id FROM made
  WHERE r.delivery_id IS NULL AND r.recipient_id = made.recipient_id AND r.channel = made.channel`;

/** Without a digest each reminder is a message of its own; a group still gets one a program and step, for it has no names. */
const SINGLES = `
  WITH wanted AS (
    SELECT r.*, CASE WHEN channel = 'robot' THEN program_id || ':' || step || ':' || $1::timestamptz ELSE id::text END AS which
    FROM reminder r WHERE delivery_id IS NULL AND planned_at <= $1
  ),
  made AS (
    INSERT INTO delivery (effect_key, kind, channel, person_id, robot_id, not_before, created_at)
    SELECT DISTINCT ON (1) 'reminder:' || w.recipient_id || ':' || w.channel || ':' || w.which, 'reminder', w.channel,
      CASE WHEN w.channel <> 'robot' THEN w.recipient_id END, CASE WHEN w.channel = 'robot' THEN w.recipient_id END,
      notify_at($1, z.zone, NULL, n.quiet_from, n.quiet_to), $1
    FROM wanted w ${RECIPIENT}
    ON CONFLICT (effect_key) DO NOTHING RETURNING id, effect_key
  )
  UPDATE reminder r SET delivery_id = made.id FROM made, wanted w
  WHERE r.id = w.id AND made.effect_key = 'reminder:' || w.recipient_id || ':' || w.channel || ':' || w.which`;
