import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DeliveryReason } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Composers, type Composer, type Unwritten, type Written } from '../notifications/index.js';
import { organisationDay, programStatus } from '../standings/index.js';
import { reminderMessage, type Remembered } from './reminder-text.js';

interface Row extends Omit<Remembered, 'inDays'> {
  id: number;
  deliveryId: string;
  stale: DeliveryReason | null;
  inDays: number;
}

/** Writes reminders at the moment they go out: what is not true any more by then is left out, with the reason kept. */
@Injectable()
export class ReminderComposer implements Composer, OnModuleInit {
  constructor(
    private readonly composers: Composers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.composers.register('reminder', this);
  }

  async compose(tx: Tx, deliveries: readonly Unwritten[]): Promise<ReadonlyMap<string, Written>> {
    const { today } = await organisationDay(tx, this.clock);
    const rows = await tx.query<Row>(BEHIND, [deliveries.map(({ id }) => id), today]);
    await tx.query(
      `UPDATE reminder r SET state = CASE WHEN v.stale IS NULL THEN 'told' ELSE 'suppressed' END, reason = v.stale
       FROM unnest($1::bigint[], $2::text[]) AS v(id, stale) WHERE r.id = v.id`,
      [rows.map(({ id }) => id), rows.map(({ stale }) => stale)],
    );
    const byDelivery = new Map<string, Row[]>();
    for (const row of rows) {
      const beside = byDelivery.get(row.deliveryId);
      if (beside) beside.push(row);
      else byDelivery.set(row.deliveryId, [row]);
    }
    return new Map(
      [...byDelivery].map(([id, all]): [string, Written] => {
        const live = all.filter(({ stale }) => stale === null);
        return [id, live.length > 0 ? { message: reminderMessage(live) } : { suppressed: all[0]!.stale! }];
      }),
    );
  }

  async unreached(tx: Tx, deliveryIds: readonly string[]): Promise<void> {
    await tx.query(UNREACHED, [deliveryIds, this.clock.now()]);
  }
}

/**
 * What was about others and meant for somebody who has left by now is over, and the next planning takes the step up anew,
 * for whoever it goes to then. $1 deliveries, $2 now.
 */
const UNREACHED = `
  UPDATE reminder SET state = 'suppressed', reason = 'recipient_left', closed_at = $2
  WHERE delivery_id = ANY($1) AND role <> 'learner' AND closed_at IS NULL`;

/** $1 deliveries, $2 today. */
const BEHIND = `
  SELECT r.id, r.delivery_id AS "deliveryId", r.role, p.name, v.document->'title' AS program, r.anchor, r.anchor_on AS "on", r.why,
    r.anchor_on - $2::date AS "inDays",
    CASE WHEN p.status = 'left' THEN 'left'
      WHEN s.person_id IS NULL OR NOT s.counted OR r.closed_at IS NOT NULL THEN 'withdrawn'
      WHEN st.status = 'waived' THEN 'waived'
      WHEN st.status = 'compliant' OR r.cycle <> coalesce(n.open, n.newest + 1, 1) THEN 'done'
      WHEN r.anchor_on <> CASE r.anchor WHEN 'due' THEN s.due_on ELSE s.valid_until END THEN 'day_moved'
    END AS stale
  FROM reminder r
  JOIN person p ON p.id = r.person_id
  JOIN program g ON g.id = r.program_id JOIN program_version v ON v.id = g.version_id
  LEFT JOIN program_standing s ON s.person_id = r.person_id AND s.program_id = r.program_id
  LEFT JOIN LATERAL (SELECT ${programStatus('s', '$2')} AS status) st ON true
  LEFT JOIN LATERAL (
    SELECT max(number) FILTER (WHERE completed_at IS NULL) AS open, max(number) AS newest
    FROM certification_period c WHERE c.person_id = r.person_id AND c.program_id = r.program_id
  ) n ON true
  WHERE r.delivery_id = ANY($1) ORDER BY r.role, r.anchor_on, p.name, r.id`;
