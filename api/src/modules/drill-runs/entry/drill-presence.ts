import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Part } from '../drill-access.js';
import { isOver } from '../host/drill-clock.js';
import { RunHosts } from '../host/run-hosts.js';

/** Whoever was heard of within this time is online. */
export const ONLINE_MS = 30_000;
const SEEN_EVERY_MS = 10_000;

/** Notes who has come and who is there; a seat is played from the moment its first player has come. */
@Injectable()
export class DrillPresence {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly hosts: RunHosts,
  ) {}

  async seen(part: Part, ready = false): Promise<void> {
    // Whoever looks at a run that is over has not taken part in it for that.
    if (!part.participantId || isOver(part.run.status)) return;
    const now = this.clock.now();
    const fresh = part.lastSeenAt && now.getTime() - part.lastSeenAt.getTime() < SEEN_EVERY_MS;
    if (!part.joinedAt || !fresh || ready)
      await this.database.query(
        `UPDATE drill_participant SET joined_at = coalesce(joined_at, $2), last_seen_at = greatest(last_seen_at, $2),
           ready = ready OR $3 WHERE id = $1`,
        [part.participantId, now, ready],
      );
    const { status, played } = part.run;
    // Also when another process died between noting that they came and giving them the seat.
    if (part.seat && status !== 'lobby' && !played.includes(part.seat))
      await this.hosts.advance(part.run.id, 'seats');
  }

  /** Everybody whose stream is open in this process. */
  async stillHere(participantIds: readonly string[]): Promise<void> {
    if (participantIds.length === 0) return;
    await this.database.query('UPDATE drill_participant SET last_seen_at = $2 WHERE id = ANY($1)', [
      participantIds,
      this.clock.now(),
    ]);
  }
}
