import { Inject, Injectable } from '@nestjs/common';
import type { Locale, NotificationKind, NotificationMessage, RobotKind } from '@readyroom/contract';
import { Clock } from '../../../platform/clock/clock.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { Composers } from '../composers.js';
import { readAnswer, type RobotAnswer } from './robot-answer.js';
import { ROBOT_LIMITS, robotCall } from './robot-message.js';
import { nextSlot } from './robot-pace.js';
import { AddressRefused, NoAnswer, RobotTransport } from './robot-transport.js';

const LEASE_MS = 60_000;
const ATTEMPTS = 6;
const BACKOFF_MS = 60_000;

interface Claimed {
  id: string;
  kind: NotificationKind;
  robotId: string;
  message: NotificationMessage | null;
  attempts: number;
  robot: { kind: RobotKind; url: string; secret: string | null; locale: Locale };
}

/**
 * Sends to group chats, one message after the other and no faster than each robot may. A message is claimed and said to
 * be leaving before it leaves; who dies in between is followed by somebody else when the claim has run out. If it had
 * been said to be leaving, or no answer came, nobody can know whether it arrived: it goes again and the row says so, as
 * these chats cannot tell that two messages are one.
 */
@Injectable()
export class RobotSender {
  /** Robots that this process is sending to: a slow one holds up no other, and nobody sends to one twice at a time. */
  private readonly busy = new Set<string>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly composers: Composers,
    private readonly transport: RobotTransport,
  ) {}

  /** Whatever may go now. */
  async run(): Promise<void> {
    const robots = await this.database.query<{ id: string; kind: RobotKind }>(WAITING, [this.clock.now()]);
    await Promise.all(robots.map((robot) => this.serve(robot)));
  }

  private async serve({ id, kind }: { id: string; kind: RobotKind }): Promise<void> {
    if (this.busy.has(id)) return;
    this.busy.add(id);
    try {
      for (;;) {
        const claimed = await this.claim(id, kind);
        if (!claimed) return;
        if (claimed !== 'left out') await this.send(claimed);
      }
    } finally {
      this.busy.delete(id);
    }
  }

  /** One message, if the robot may have one now. Robots are locked here, so two workers count each other's. */
  private claim(robotId: string, kind: RobotKind): Promise<Claimed | 'left out' | null> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [robot] = await tx.query<Claimed['robot'] & { usable: boolean; pausedUntil: Date | null }>(
        `SELECT kind, url, secret, locale, active AND removed_at IS NULL AS usable, paused_until AS "pausedUntil"
         FROM robot WHERE id = $1 FOR UPDATE SKIP LOCKED`,
        [robotId],
      );
      if (!robot) return null;
      if (!robot.usable) {
        await tx.query(
          `UPDATE delivery SET state = 'suppressed', reason = 'robot_off' WHERE robot_id = $1 AND state = 'planned'`,
          [robotId],
        );
        return null;
      }
      const slot = nextSlot(ROBOT_LIMITS[kind], await sentOf(tx, robotId, kind), robot.pausedUntil, now);
      if (slot > now) return null;
      const [row] = await tx.query<Omit<Claimed, 'robot'>>(CLAIM, [
        robotId,
        now,
        new Date(now.getTime() + LEASE_MS),
      ]);
      if (!row) return null;
      const message = row.message ?? (await this.write(tx, row));
      return message ? { ...row, message, robot } : 'left out';
    });
  }

  private async write(tx: Tx, { id, kind }: Omit<Claimed, 'robot'>): Promise<NotificationMessage | null> {
    const written = (await this.composers.compose(tx, kind, [{ id, personId: null }])).get(id);
    if (written && 'message' in written) {
      await tx.query('UPDATE delivery SET message = $2 WHERE id = $1', [id, JSON.stringify(written.message)]);
      return written.message;
    }
    await tx.query(
      `UPDATE delivery SET state = 'suppressed', reason = $2, claimed_until = NULL WHERE id = $1`,
      [id, written?.suppressed ?? 'nothing_to_say'],
    );
    return null;
  }

  private async send(claimed: Claimed): Promise<void> {
    const now = this.clock.now();
    const [mine] = await this.database.query(
      `UPDATE delivery SET handed_at = $2, repeated = repeated OR handed_at IS NOT NULL
       WHERE id = $1 AND state = 'sending' RETURNING 1`,
      [claimed.id, now],
    );
    if (!mine) return;
    await this.note(claimed, await this.call(claimed, now));
  }

  private async call(claimed: Claimed, now: Date): Promise<RobotAnswer> {
    const call = robotCall(claimed.robot, claimed.message!, this.config.PUBLIC_URL, now);
    try {
      return readAnswer(claimed.robot.kind, await this.transport.post(call), now);
    } catch (error) {
      if (error instanceof AddressRefused) return { verdict: 'refused', said: error.message, waitMs: 0 };
      if (!(error instanceof NoAnswer)) throw error;
      return { verdict: error.sent ? 'unknown' : 'again', said: error.message.slice(0, 300), waitMs: 0 };
    }
  }

  private async note(claimed: Claimed, { verdict, said, waitMs }: RobotAnswer): Promise<void> {
    const now = this.clock.now();
    const troubled = verdict === 'again' || verdict === 'unknown';
    const later = new Date(
      now.getTime() + Math.max(waitMs, troubled ? BACKOFF_MS * 2 ** (claimed.attempts - 1) : 0),
    );
    const givenUp = verdict === 'refused' || (troubled && claimed.attempts >= ATTEMPTS);
    const state = verdict === 'ok' ? 'sent' : givenUp ? 'failed' : 'planned';
    await this.database.query(
      // To be told to wait is no failed attempt.
      `UPDATE delivery SET state = $2, reason = $3, attempts = attempts - CASE WHEN $7 THEN 1 ELSE 0 END, not_before = CASE WHEN $2 = 'planned' THEN $4 ELSE not_before END,
         claimed_until = NULL, handed_at = CASE WHEN $6 THEN handed_at END,
         sent_at = CASE WHEN $2 = 'sent' THEN $5::timestamptz END
       WHERE id = $1`,
      [
        claimed.id,
        state,
        verdict === 'ok' ? null : said,
        later,
        now,
        verdict === 'unknown',
        verdict === 'wait',
      ],
    );
    if (verdict === 'wait')
      await this.database.query('UPDATE robot SET paused_until = $2 WHERE id = $1', [claimed.robotId, later]);
  }
}

/** Moments of the latest messages of a robot, tests included, newest first. */
export async function sentOf(tx: Tx, robotId: string, kind: RobotKind): Promise<Date[]> {
  const rows = await tx.query<{ at: Date }>(
    `SELECT tried_at AS at FROM delivery WHERE robot_id = $1 AND tried_at IS NOT NULL ORDER BY tried_at DESC LIMIT $2`,
    [robotId, ROBOT_LIMITS[kind].perMinute],
  );
  return rows.map(({ at }) => at);
}

const WAITING = `
  SELECT id, kind FROM robot r WHERE EXISTS (
    SELECT 1 FROM delivery d WHERE d.robot_id = r.id AND d.channel = 'robot' AND d.state IN ('planned', 'sending')
      AND CASE d.state WHEN 'planned' THEN d.not_before <= $1 ELSE d.claimed_until < $1 END)
  ORDER BY id`;

const CLAIM = `
  UPDATE delivery SET state = 'sending', claimed_until = $3, attempts = attempts + 1, tried_at = $2
  WHERE id = (
    SELECT id FROM delivery WHERE robot_id = $1 AND channel = 'robot' AND state IN ('planned', 'sending')
      AND (state = 'planned' AND not_before <= $2 OR state = 'sending' AND claimed_until < $2)
    ORDER BY not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, kind, robot_id AS "robotId", message, attempts`;
