import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Throttled } from './auth.errors.js';
import { THROTTLE_CHECK, THROTTLE_CLEAR } from './auth.sql.js';

const WINDOW_MS = 15 * 60_000;

/**
 * Failures allowed in 15 minutes before a pause, and the pause. An account is never closed for longer than its pause,
 * so that nobody can lock a colleague out; an address stands for a whole office and gets more room.
 */
const LIMITS = {
  account: { failures: 8, blockMs: 60_000 },
  address: { failures: 60, blockMs: 60_000 },
  link: { failures: 20, blockMs: 60_000 },
  code: { failures: 30, blockMs: 60_000 },
  calendar: { failures: 20, blockMs: 60_000 },
  drill_code: { failures: 10, blockMs: 60_000 },
  // How often somebody takes their own data away; each time counts.
  own_data: { failures: 3, blockMs: 15 * 60_000 },
  // How often somebody asks for a correction of their data; each time counts.
  correction: { failures: 5, blockMs: 15 * 60_000 },
  // A whole company may come in through one address, and half of it mistypes.
  drill_code_address: { failures: 300, blockMs: 60_000 },
} as const;
export type ThrottleKind = keyof typeof LIMITS;

/** Counts failures in the database, so that every replica and every way in shares one register. */
@Injectable()
export class Throttle {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws Throttled while any of the keys is paused. */
  async check(keys: readonly [ThrottleKind, string][]): Promise<void> {
    const [row] = await this.database.prepared<{ until: Date | null }>(
      THROTTLE_CHECK.name,
      THROTTLE_CHECK.text,
      [keys.map(keyOf)],
    );
    const wait = row?.until ? row.until.getTime() - this.clock.now().getTime() : 0;
    if (wait > 0) throw new Throttled(Math.ceil(wait / 1000));
  }

  async failed(keys: readonly [ThrottleKind, string][]): Promise<void> {
    const now = this.clock.now();
    for (const key of keys) {
      const { failures, blockMs } = LIMITS[key[0]];
      await this.database.query(
        `INSERT INTO throttle AS t (key, failures, window_start) VALUES ($1, 1, $2)
         ON CONFLICT (key) DO UPDATE SET
           failures = CASE WHEN t.window_start < $3 THEN 1 ELSE t.failures + 1 END,
           window_start = CASE WHEN t.window_start < $3 THEN $2 ELSE t.window_start END,
           blocked_until = CASE WHEN t.window_start >= $3 AND (t.failures + 1) % $4 = 0 THEN $5 ELSE t.blocked_until END`,
        [keyOf(key), now, new Date(now.getTime() - WINDOW_MS), failures, new Date(now.getTime() + blockMs)],
      );
    }
  }

  async succeeded(key: [ThrottleKind, string]): Promise<void> {
    await this.database.prepared(THROTTLE_CLEAR.name, THROTTLE_CLEAR.text, [keyOf(key)]);
  }
}

/** Logins and addresses are personal data; a hash is all the register needs. */
const keyOf = ([kind, value]: readonly [ThrottleKind, string]) =>
  `${kind}:${createHash('sha256').update(value.toLowerCase()).digest('base64url').slice(0, 22)}`;
