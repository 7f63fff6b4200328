import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { CLOCK_COLUMNS } from '../host/run-row.js';
import type { RunClock } from '../host/drill-clock.js';
import type { StoredEvent, Viewpoint } from './frames.js';

/** Reads what a run has shown so far. */
@Injectable()
export class RunEvents {
  constructor(private readonly database: Database) {}

  /** Events after an id, for everybody. */
  after(runId: string, id: number, limit: number): Promise<StoredEvent[]> {
    return this.database.prepared<StoredEvent>(
      'drill_events_after',
      'SELECT id, at, audience, body FROM drill_event WHERE run_id = $1 AND id > $2 ORDER BY id LIMIT $3',
      [runId, id, limit],
    );
  }

  /** Events after an id that one viewpoint may see. */
  seenAfter(runId: string, viewpoint: Viewpoint, id: number, limit: number): Promise<StoredEvent[]> {
    return this.database.prepared<StoredEvent>(
      'drill_events_seen_after',
      `SELECT id, at, audience, body FROM drill_event
       WHERE run_id = $1 AND id > $2 AND ($3::text IS NULL OR audience = '"all"'
         OR (jsonb_typeof(audience) = 'array' AND audience ? $3)) ORDER BY id LIMIT $4`,
      [runId, id, viewpoint, limit],
    );
  }

  async head(runId: string): Promise<RunClock & { lastEventId: number }> {
    const [row] = await this.database.prepared<RunClock & { lastEventId: number }>(
      'drill_run_head',
      `SELECT ${CLOCK_COLUMNS}, r.last_event_id AS "lastEventId" FROM drill_run r WHERE r.id = $1`,
      [runId],
    );
    return row!;
  }
}
