import { Injectable } from '@nestjs/common';
import type { NotificationKind, NotificationMessage } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Jobs } from '../../platform/queue/jobs.js';

export const SEND_TOPIC = 'delivery.send';

/** One message to many people. */
export interface Notice {
  readonly kind: NotificationKind;
  /** What it is about: promised again under the same key, it reaches nobody twice. */
  readonly key: string;
  readonly personIds: readonly string[];
  readonly channels: readonly ('inbox' | 'email')[];
  readonly message: NotificationMessage;
  /** Mails do not wait for the end of quiet hours. */
  readonly urgent?: boolean;
}

/**
 * The way to tell people something. Part of the transaction of the caller: it is told if, and only if, that commits. The
 * inbox has it at once, mails go out by the clock of who gets them. Each message to each person on each channel is one
 * row of `delivery`, whose state says what became of it.
 */
@Injectable()
export class Notifications {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Only people who are here are told. Answers how many messages are new. */
  async send(tx: Tx, notice: Notice): Promise<number> {
    const { kind, key, personIds, channels, message, urgent = false } = notice;
    const rows = await tx.query<{ channel: string }>(
      `INSERT INTO delivery (effect_key, kind, channel, person_id, message, not_before, state, created_at, sent_at)
       SELECT $1 || ':' || $2 || ':' || p.id || ':' || c, $1, c, p.id, $5,
         CASE WHEN c = 'inbox' OR $6 THEN $7
              ELSE notify_at($7, coalesce(p.time_zone, o.time_zone), NULL, n.quiet_from, n.quiet_to) END,
         CASE WHEN c = 'inbox' THEN 'sent' ELSE 'planned' END, $7, CASE WHEN c = 'inbox' THEN $7::timestamptz END
       FROM person p CROSS JOIN unnest($4::text[]) c CROSS JOIN organisation o CROSS JOIN notification_setting n
       WHERE p.id = ANY($3) AND p.status = 'active'
       ON CONFLICT (effect_key) DO NOTHING RETURNING channel`,
      [kind, key, personIds, channels, JSON.stringify(message), urgent, this.clock.now()],
    );
    if (rows.some(({ channel }) => channel !== 'inbox')) await this.jobs.promise(tx, SEND_TOPIC, {});
    return rows.length;
  }

  /** What of these keys has not left yet never will. What was told stays told. */
  async withdraw(tx: Tx, kind: NotificationKind, keyPrefix: string): Promise<void> {
    await tx.query(
      `UPDATE delivery SET state = 'suppressed', reason = 'recalled'
       WHERE state = 'planned' AND kind = $1 AND starts_with(effect_key, $1 || ':' || $2)`,
      [kind, keyPrefix],
    );
  }
}
