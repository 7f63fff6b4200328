import { Injectable } from '@nestjs/common';
import type { BriefingDocument, Text } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Notifications } from '../notifications/index.js';
import { audienceSql, type BriefingAudience } from './briefing-audience.js';
import { briefingMessage } from './briefing-message.js';

/** One version of a briefing, and whom it is for. */
export interface Asked extends BriefingAudience {
  readonly id: string;
  readonly number: number;
  readonly document: BriefingDocument;
  readonly changed: Text | null;
  /** Limit of whoever sent the first version. */
  readonly scopeId: string | null;
  readonly withinMinutes: number;
}

/**
 * The one way in which people are asked: a receipt with a clock that starts now, a message in the inbox and a mail each.
 * Whoever has a receipt of this version is not asked again.
 */
@Injectable()
export class BriefingAsking {
  constructor(
    private readonly clock: Clock,
    private readonly notifications: Notifications,
  ) {}

  /** Everybody who fits now, and whoever was asked an earlier version and is here. Answers how many are new. */
  async ask(tx: Tx, version: Asked, joined: boolean): Promise<number> {
    const { id, number, document, changed } = version;
    const now = this.clock.now();
    const values: unknown[] = [id, number, now, version.withinMinutes, joined];
    const fits = audienceSql(version, version.scopeId, now, values);
    const people = await tx.query<{ id: string; before: boolean }>(
      `INSERT INTO briefing_receipt AS n (briefing_id, version, person_id, asked_at, due_at, joined)
       SELECT $1::uuid, $2::int, p.id, $3::timestamptz, $3::timestamptz + make_interval(mins => $4::int), $5::boolean
       FROM person p JOIN department d ON d.id = p.department_id
       WHERE ((${fits}) OR p.status = 'active' AND ${EARLIER('p.id')}) AND NOT EXISTS (
         SELECT 1 FROM briefing_receipt r WHERE r.briefing_id = $1 AND r.version = $2 AND r.person_id = p.id)
       RETURNING n.person_id AS id, ${EARLIER('n.person_id')} AS before`,
      values,
    );
    // Who never saw the earlier version has nothing to unlearn.
    for (const before of [true, false]) {
      const personIds = people.filter((one) => one.before === before).map((one) => one.id);
      if (personIds.length === 0) continue;
      await this.notifications.send(tx, {
        kind: 'briefing',
        key: `${id}:${number}`,
        personIds,
        channels: ['inbox', 'email'],
        message: briefingMessage(document, before ? changed : null),
        urgent: true,
      });
    }
    return people.length;
  }
}

const EARLIER = (person: string): string =>
  `EXISTS (SELECT 1 FROM briefing_receipt e WHERE e.briefing_id = $1 AND e.version < $2 AND e.person_id = ${person})`;
