import { Inject, Injectable } from '@nestjs/common';
import type { ChannelTest, CreateRobotBody, Robot, UpdateRobotBody } from '@readyroom/contract';
import type { z } from 'zod';
import { Clock } from '../../../platform/clock/clock.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Database } from '../../../platform/database/database.js';
import { TEST_MESSAGE } from '../deliveries.service.js';
import { RobotAddressRefused, RobotNotFound } from '../notification.errors.js';
import { addressTrouble } from './public-address.js';
import { readAnswer, type RobotAnswer } from './robot-answer.js';
import { ROBOT_LIMITS, robotCall, type RobotAddress } from './robot-message.js';
import { nextSlot } from './robot-pace.js';
import { sentOf } from './robot-sender.js';
import { AddressRefused, NoAnswer, RobotTransport } from './robot-transport.js';

type Row = Omit<Robot, 'perMinute' | 'pausedUntil' | 'lastSentAt'> & {
  pausedUntil: Date | null;
  lastSentAt: Date | null;
};

/** Robots of group chats. Addresses and secrets go in and never come out again. */
@Injectable()
export class Robots {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly transport: RobotTransport,
  ) {}

  async list(): Promise<Robot[]> {
    const rows = await this.database.query<Row>(`${ROBOTS} ORDER BY r.name, r.id`, [null, this.clock.now()]);
    return rows.map(toRobot);
  }

  /** @throws RobotAddressRefused */
  async create(body: z.infer<typeof CreateRobotBody>): Promise<Robot> {
    this.check(body.url);
    const [made] = await this.database.query<{ id: string }>(
      `INSERT INTO robot (kind, name, url, secret, locale, active, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [body.kind, body.name, body.url, body.secret, body.locale, body.active, this.clock.now()],
    );
    return this.one(made!.id);
  }

  /** @throws RobotNotFound, RobotAddressRefused */
  async update(id: string, body: z.infer<typeof UpdateRobotBody>): Promise<Robot> {
    if (body.url !== undefined) this.check(body.url);
    await this.database.query(
      `UPDATE robot SET name = coalesce($2, name), url = coalesce($3, url), locale = coalesce($4, locale),
         active = coalesce($5, active), secret = CASE WHEN $6 THEN $7 ELSE secret END,
         paused_until = CASE WHEN $3::text IS NULL THEN paused_until END
       WHERE id = $1 AND removed_at IS NULL`,
      [
        id,
        body.name ?? null,
        body.url ?? null,
        body.locale ?? null,
        body.active ?? null,
        body.secret !== undefined,
        body.secret ?? null,
      ],
    );
    return this.one(id);
  }

  /** The log keeps the name; address and secret are wiped. @throws RobotNotFound */
  async remove(id: string): Promise<void> {
    const rows = await this.database.query(
      `UPDATE robot SET removed_at = $2, active = false, url = '', secret = NULL WHERE id = $1 AND removed_at IS NULL RETURNING 1`,
      [id, this.clock.now()],
    );
    if (rows.length === 0) throw new RobotNotFound();
  }

  /**
   * A message to the group, now, unless it would be one too many. It counts against the limit like any other, and an answer
   * that asks to wait is heeded. @throws RobotNotFound
   */
  async test(id: string): Promise<ChannelTest> {
    const now = this.clock.now();
    const at = now.toISOString();
    const begun = await this.begin(id, now);
    if ('waitUntil' in begun)
      return { ok: false, answer: 'too_soon', waitUntil: begun.waitUntil.toISOString(), at };
    const { verdict, said, waitMs } = await this.tryOut(begun.robot, now);
    const waitUntil = verdict === 'wait' ? new Date(now.getTime() + waitMs) : null;
    const ok = verdict === 'ok';
    await this.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE delivery SET state = $2, reason = $3, sent_at = CASE WHEN $2 = 'sent' THEN $4::timestamptz END WHERE id = $1`,
        [begun.deliveryId, ok ? 'sent' : 'failed', ok ? null : said, now],
      );
      if (waitUntil) await tx.query('UPDATE robot SET paused_until = $2 WHERE id = $1', [id, waitUntil]);
    });
    return { ok, answer: said, waitUntil: waitUntil?.toISOString() ?? null, at };
  }

  /** Takes the place of the test among the messages of the robot, so that nobody sends into it. */
  private begin(
    id: string,
    now: Date,
  ): Promise<{ robot: RobotAddress; deliveryId: string } | { waitUntil: Date }> {
    return this.database.transaction(async (tx) => {
      const [robot] = await tx.query<RobotAddress & { pausedUntil: Date | null }>(
        `SELECT kind, url, secret, locale, paused_until AS "pausedUntil" FROM robot
         WHERE id = $1 AND removed_at IS NULL FOR UPDATE`,
        [id],
      );
      if (!robot) throw new RobotNotFound();
      const sent = await sentOf(tx, id, robot.kind);
      const slot = nextSlot(ROBOT_LIMITS[robot.kind], sent, robot.pausedUntil, now);
      if (slot > now) return { waitUntil: slot };
      const [made] = await tx.query<{ id: string }>(
        `INSERT INTO delivery (effect_key, kind, channel, robot_id, message, not_before, state, reason, attempts, created_at, tried_at)
         VALUES ('test:' || uuidv7(), 'test', 'robot', $1, $2, $3, 'failed', 'no_answer', 1, $3, $3) RETURNING id`,
        [id, JSON.stringify(TEST_MESSAGE), now],
      );
      return { robot, deliveryId: made!.id };
    });
  }

  private async tryOut(robot: RobotAddress, now: Date): Promise<RobotAnswer> {
    try {
      const call = robotCall(robot, TEST_MESSAGE, this.config.PUBLIC_URL, now);
      return readAnswer(robot.kind, await this.transport.post(call), now);
    } catch (error) {
      if (!(error instanceof AddressRefused || error instanceof NoAnswer)) throw error;
      return { verdict: 'refused', said: error.message, waitMs: 0 };
    }
  }

  private check(url: string): void {
    const trouble = addressTrouble(url);
    if (trouble) throw new RobotAddressRefused(trouble);
  }

  private async one(id: string): Promise<Robot> {
    const [row] = await this.database.query<Row>(ROBOTS, [id, this.clock.now()]);
    if (!row) throw new RobotNotFound();
    return toRobot(row);
  }
}

const toRobot = (row: Row): Robot => ({
  ...row,
  perMinute: ROBOT_LIMITS[row.kind].perMinute,
  pausedUntil: row.pausedUntil?.toISOString() ?? null,
  lastSentAt: row.lastSentAt?.toISOString() ?? null,
});

/** $1 one of them or all, $2 now. */
const ROBOTS = `
  SELECT r.id, r.kind, r.name, substring(r.url FROM '^https://([^/:?#]+)') AS host, r.secret IS NOT NULL AS signed, r.locale, r.active,
    CASE WHEN r.paused_until > $2 THEN r.paused_until END AS "pausedUntil",
    (SELECT count(*) FROM delivery d WHERE d.robot_id = r.id AND d.state IN ('planned', 'sending') AND d.not_before <= $2) AS waiting,
    (SELECT max(sent_at) FROM delivery d WHERE d.robot_id = r.id) AS "lastSentAt",
    (SELECT CASE WHEN d.state <> 'sent' THEN d.reason END FROM delivery d WHERE d.robot_id = r.id AND d.tried_at IS NOT NULL
     ORDER BY d.tried_at DESC, d.id DESC LIMIT 1) AS "lastTrouble"
  FROM robot r WHERE r.removed_at IS NULL AND ($1::uuid IS NULL OR r.id = $1)`;
