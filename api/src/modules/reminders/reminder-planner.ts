import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import { Jobs, type JobHandler } from '../../platform/queue/jobs.js';
import { organisationDay } from '../standings/index.js';
import { DUE_STEPS, TARGETS } from './due-steps.sql.js';

const EVERY_MS = 10 * 60_000;
/** For sorting and joining hundreds of thousands of rows without the disk, in this transaction alone. */
const MEMORY = '64MB';
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
      await takeTurn(tx, 'reminderPlanning');
      await tx.query(`SET LOCAL work_mem = '${MEMORY}'`);
      const { today, now } = await organisationDay(tx, this.clock);
      await tx.query(CLOSE, [now]);
      await tx.query(FIND, [today, today, null, null, null]);
      await tx.query('ANALYZE planned_reminder');
      const [setting] = await tx.query<{ digest: boolean }>('SELECT digest FROM notification_setting');
      if (setting!.digest) {
        await tx.query(DIGEST_TABLE);
        await tx.query(DIGESTS, [now]);
        await tx.query('ANALYZE digest_of_day');
      }
      const rows = await tx.query<{ planned: number }>(setting!.digest ? REMIND_IN_DIGESTS : REMIND, [now]);
      if (!setting!.digest) await tx.query(SINGLES, [now]);
      return rows[0]!.planned;
    });
  }
}

/** Once a program is not asked of a person any more, its reminders are history; asked again, they begin anew. */
const CLOSE = `
  UPDATE reminder r SET closed_at = $1 WHERE r.closed_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM program_standing s WHERE s.person_id = r.person_id AND s.program_id = r.program_id AND s.counted)`;

/** What is to be planned now, kept for the statements that follow. */
const FIND = `
  CREATE TEMP TABLE planned_reminder ON COMMIT DROP AS
  WITH RECURSIVE ${DUE_STEPS}, ${TARGETS}
  SELECT person_id, program_id, cycle, key AS step, role, recipient_id, channel, why, anchor, anchor_on, step_on FROM target`;

const DIGEST_TABLE =
  'CREATE TEMP TABLE digest_of_day (id uuid, channel text, recipient_id uuid) ON COMMIT DROP';

const COLUMNS =
  'person_id, program_id, cycle, step, role, recipient_id, channel, why, anchor, anchor_on, step_on';
const insertReminders = (deliveryId: string, from: string): string => `
  WITH added AS (
    INSERT INTO reminder (${COLUMNS}, planned_at, delivery_id)
    SELECT ${COLUMNS}, $1, ${deliveryId} FROM planned_reminder ${from}
    ON CONFLICT DO NOTHING RETURNING 1
  )
  SELECT count(*) AS planned FROM added`;
const REMIND = insertReminders('NULL', '');
/** Those of the day are there already: no row is written twice. */
const REMIND_IN_DIGESTS = insertReminders('d.id', `LEFT JOIN digest_of_day d USING (recipient_id, channel)`);

/**
 * One delivery a day, recipient and channel. If that of the day has gone out, the next one takes what is new. The row is
 * locked by writing it, so the sender cannot take it while more is put into it; one that was taken a moment ago is left
 * alone, and the next planning takes up what has no delivery yet. The hour is worked out once for each time zone, which
 * holds only while \`zone\` is materialized; rows in the order of the indices spare PostgreSQL most of its seeking.
 */
const DIGESTS = `
  WITH wanted AS (
    SELECT recipient_id, channel FROM planned_reminder
    UNION SELECT recipient_id, channel FROM reminder WHERE delivery_id IS NULL
  ),
  zone AS MATERIALIZED (
    SELECT z.zone, x.at, (x.at AT TIME ZONE z.zone)::date AS day,
      ((x.at AT TIME ZONE z.zone)::date + 1 + n.digest_at) AT TIME ZONE z.zone AS next_at
    FROM (SELECT time_zone AS zone FROM person WHERE time_zone IS NOT NULL UNION SELECT time_zone FROM organisation) z
    CROSS JOIN notification_setting n
    CROSS JOIN LATERAL (SELECT notify_at($1, z.zone, n.digest_at, n.quiet_from, n.quiet_to) AS at) x
  ),
  slot AS (
    SELECT w.recipient_id, w.channel, z.at, z.day, z.next_at, 'reminder:' || w.recipient_id || ':' || w.channel || ':' AS prefix
    FROM wanted w
    LEFT JOIN person p ON p.id = w.recipient_id AND w.channel <> 'robot'
    CROSS JOIN organisation o
    JOIN zone z ON z.zone = coalesce(p.time_zone, o.time_zone)
  ),
  keyed AS (
    SELECT s.recipient_id, s.channel, CASE WHEN gone.id IS NULL THEN s.at ELSE s.next_at END AS at,
      s.prefix || CASE WHEN gone.id IS NULL THEN s.day ELSE s.day + 1 END AS effect_key
    FROM slot s LEFT JOIN delivery gone ON gone.effect_key = s.prefix || s.day AND gone.state <> 'planned'
    ORDER BY s.recipient_id, s.channel
  ),
  made AS (
    INSERT INTO delivery AS d (effect_key, kind, channel, person_id, robot_id, not_before, created_at)
    SELECT effect_key, 'reminder', channel, CASE WHEN channel <> 'robot' THEN recipient_id END,
      CASE WHEN channel = 'robot' THEN recipient_id END, at, $1
    FROM keyed
    ON CONFLICT (effect_key) DO UPDATE SET not_before = d.not_before WHERE d.state = 'planned'
    RETURNING id, channel, coalesce(person_id, robot_id) AS recipient_id
  ),
  late AS (
    UPDATE reminder r SET delivery_id = made.id FROM made
    WHERE r.delivery_id IS NULL AND r.recipient_id = made.recipient_id AND r.channel = made.channel
  )
  INSERT INTO digest_of_day SELECT id, channel, recipient_id FROM made`;

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
      notify_at($1, coalesce(p.time_zone, o.time_zone), NULL, n.quiet_from, n.quiet_to), $1
    FROM wanted w
    LEFT JOIN person p ON p.id = w.recipient_id AND w.channel <> 'robot'
    CROSS JOIN organisation o CROSS JOIN notification_setting n
    ON CONFLICT (effect_key) DO NOTHING RETURNING id, effect_key
  )
  UPDATE reminder r SET delivery_id = made.id FROM made, wanted w
  WHERE r.id = w.id AND made.effect_key = 'reminder:' || w.recipient_id || ':' || w.channel || ':' || w.which`;
