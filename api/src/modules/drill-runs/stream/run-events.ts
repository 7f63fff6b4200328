import { Injectable } from '@nestjs/common';
import type { DrillEvent } from '@readyroom/contract';
import { Database } from '../../../platform/database/database.js';
import { CLOCK_COLUMNS } from '../host/run-row.js';
import type { RunClock } from '../host/drill-clock.js';
import { RunVeils } from '../veil/run-veils.js';
import type { Veil } from '../veil/veil.js';
import { veiledBody } from '../veil/veiled-body.js';
import { Numbering, type Place } from './numbering.js';
import { isVeiled, seenSql, seenValues, type StoredEvent, type Viewpoint } from './viewpoint.js';

/** Reads what a run has shown so far. */
@Injectable()
export class RunEvents {
  constructor(
    private readonly database: Database,
    private readonly veils: RunVeils,
    readonly numbering: Numbering,
  ) {}

  veil(runId: string): Promise<Veil> {
    return this.veils.of(runId);
  }

  /** Events after an id of the run, for everybody. */
  after(runId: string, id: number, limit: number): Promise<StoredEvent[]> {
    return this.database.prepared<StoredEvent>(
      'drill_events_after',
      'SELECT id, at, audience, body FROM drill_event WHERE run_id = $1 AND id > $2 ORDER BY id LIMIT $3',
      [runId, id, limit],
    );
  }

  /** What a viewpoint sees after its first so many events, by its own numbers and with the names that it knows. */
  async seenAfter(runId: string, viewpoint: Viewpoint, seen: number, limit: number): Promise<DrillEvent[]> {
    const from = await this.numbering.placeOf(runId, viewpoint, seen);
    if (!from) return [];
    const rows = await this.database.prepared<DrillEvent>('drill_events_seen_after', SEEN, [
      runId,
      from.id,
      limit,
      ...seenValues(viewpoint),
    ]);
    const last = rows.at(-1);
    if (last) this.numbering.note(runId, viewpoint, { id: last.id, seen: seen + rows.length });
    const veil = isVeiled(viewpoint) ? await this.veils.of(runId) : null;
    return rows.map(({ at, body }, i) => ({
      id: seen + i + 1,
      at,
      body: veil ? veiledBody(veil, body) : body,
    }));
  }

  /** Where a viewpoint is that has seen so many events; who claims to have seen more than there is, is at the end. */
  async placeOf(runId: string, viewpoint: Viewpoint, seen: number, lastId: number): Promise<Place> {
    const place = await this.numbering.placeOf(runId, viewpoint, seen);
    return place && place.id <= lastId ? place : this.numbering.placeAt(runId, viewpoint, lastId);
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

const SEEN = `SELECT e.id, e.at, e.body FROM drill_event e WHERE e.run_id = $1 AND e.id > $2 AND ${seenSql(4)}
  ORDER BY e.id LIMIT $3`;
