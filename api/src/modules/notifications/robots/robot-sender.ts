import { Inject, Injectable } from '@nestjs/common';
import type { Locale, NotificationKind, NotificationMessage, RobotKind } from '@readyroom/contract';
import { Clock } from '../../../platform/clock/clock.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { Composers } from '../composers.js';
import { readAnswer, type RobotAnswer } from './robot-answer.js';
import { ROBOT_LIMITS, robotCall } from './robot-message.js';
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
 * been said to be leaving, nobody can know whether it arrived: it goes again and the row says so, as these chats cannot
 * tell that two messages are one.
 */
@Injectable()
export class RobotSender {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly composers: Composers,
    private readonly transport: RobotTransport,
  ) {}

  async run(): Promise<void> {
    const robots = await this.database.query<{ robotId: string; kind: RobotKind }>(
      `SELECT DISTINCT d.robot_id AS "robotId", r.kind FROM delivery d JOIN robot r ON r.id = d.robot_id
       WHERE d.channel = 'robot' AND (d.state = 'planned' AND d.not_before <= $1 OR d.state = 'sending' AND d.claimed_until < $1)`,
      [this.clock.now()],
    );
    for (const { robotId, kind } of robots) {
      for (let sent = 0; sent < ROBOT_LIMITS[kind].perSecond; sent++) {
        const claimed = await this.claim(robotId, kind);
        if (!claimed) break;
        await this.send(claimed);
      }
    }
  }

  /** One message, if the robot may have one now. Robots are locked here, so two workers count each other's. */
  private claim(robotId: string, kind: RobotKind): Promise<Claimed | null> {
    const now = this.clock.now();
    const limits = ROBOT_LIMITS[kind];
    return this.database.transaction(async (tx) => {
      const [robot] = await tx.query<Claimed['robot'] & { usable: boolean; paused: boolean }>(
        `SELECT kind, url, secret, locale, active AND removed_at IS NULL AS usable, coalesce(paused_until > $2, false) AS paused
         FROM robot WHERE id = $1 FOR UPDATE SKIP LOCKED`,
        [robotId, now],
      );
      if (!robot || robot.paused || (limits.avoidsHalfHours && now.getUTCMinutes() % 30 === 0)) return null;
      if (!robot.usable) {
        await tx.query(
          `UPDATE delivery SET state = 'suppressed', reason = 'robot_off' WHERE robot_id = $1 AND state = 'planned'`,
          [robotId],
        );
        return null;
      }
      const [used] = await tx.query<{ used: number }>(
        `SELECT count(*) AS used FROM delivery WHERE robot_id = $1 AND tried_at > $2`,
        [robotId, new Date(now.getTime() - 60_000)],
      );
      if (used!.used >= limits.perMinute) return null;
      const [row] = await tx.query<Omit<Claimed, 'robot'>>(CLAIM, [
        robotId,
        now,
        new Date(now.getTime() + LEASE_MS),
      ]);
      if (!row) return null;
      const message = row.message ?? (await this.write(tx, row));
      return message && { ...row, message, robot };
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
      return { verdict: 'again', said: error.message.slice(0, 300), waitMs: 0 };
    }
  }

  private async note(claimed: Claimed, { verdict, said, waitMs }: RobotAnswer): Promise<void> {
    const now = this.clock.now();
    const spent = claimed.attempts >= ATTEMPTS;
    const later = new Date(
      now.getTime() + Math.max(waitMs, verdict === 'again' ? BACKOFF_MS * 2 ** (claimed.attempts - 1) : 0),
    );
    const state =
      verdict === 'ok'
        ? 'sent'
        : verdict === 'refused' || (verdict === 'again' && spent)
          ? 'failed'
          : 'planned';
    await this.database.query(
      `UPDATE delivery SET state = $2, reason = $3, not_before = CASE WHEN $2 = 'planned' THEN $4 ELSE not_before END,
         claimed_until = NULL, handed_at = NULL, sent_at = CASE WHEN $2 = 'sent' THEN $5::timestamptz END
       WHERE id = $1`,
      [claimed.id, state, verdict === 'ok' ? null : said, later, now],
    );
    if (verdict === 'wait')
      await this.database.query('UPDATE robot SET paused_until = $2 WHERE id = $1', [claimed.robotId, later]);
  }
}

const CLAIM = `
  UPDATE delivery SET state = 'sending', claimed_until = $3, attempts = attempts + 1, tried_at = $2
  WHERE id = (
    SELECT id FROM delivery WHERE robot_id = $1
      AND (state = 'planned' AND not_before <= $2 OR state = 'sending' AND claimed_until < $2)
    ORDER BY not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, kind, robot_id AS "robotId", message, attempts`;
