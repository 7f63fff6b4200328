import { Injectable } from '@nestjs/common';
import { Lru } from '../../../platform/cache/lru.js';
import { Database } from '../../../platform/database/database.js';
import { seenSql, seenValues, type Viewpoint } from './viewpoint.js';

/** How many events of a run a viewpoint has seen once it has come as far as an event. */
export interface Place {
  readonly id: number;
  readonly seen: number;
}

const VIEWS_KEPT = 500;
const PLACES_KEPT = 200;

/**
 * Each viewpoint counts what it sees for itself, from one and without gaps: a gap would tell that something happened
 * that is not for them. The numbers follow from the events alone, so every process counts alike; the places that
 * are remembered here only save counting from the beginning.
 */
@Injectable()
export class Numbering {
  private readonly kept = new Lru<string, Place[]>(VIEWS_KEPT);

  constructor(private readonly database: Database) {}

  /** Where the viewpoint has seen so many events, or null when there are not as many. */
  async placeOf(runId: string, viewpoint: Viewpoint, seen: number): Promise<Place | null> {
    const from = this.before(runId, viewpoint, (place) => place.seen <= seen);
    if (from.seen === seen) return from;
    const [row] = await this.database.prepared<{ id: number }>('drill_event_place', PLACE, [
      runId,
      from.id,
      seen - from.seen - 1,
      ...seenValues(viewpoint),
    ]);
    if (!row) return null;
    const place = { id: row.id, seen };
    this.note(runId, viewpoint, place);
    return place;
  }

  /** How many events the viewpoint has seen up to one. */
  async placeAt(runId: string, viewpoint: Viewpoint, id: number): Promise<Place> {
    const from = this.before(runId, viewpoint, (place) => place.id <= id);
    if (from.id === id) return from;
    const [row] = await this.database.prepared<{ n: number }>('drill_event_count', COUNT, [
      runId,
      from.id,
      id,
      ...seenValues(viewpoint),
    ]);
    const place = { id, seen: from.seen + row!.n };
    this.note(runId, viewpoint, place);
    return place;
  }

  note(runId: string, viewpoint: Viewpoint, place: Place): void {
    const places = this.places(runId, viewpoint);
    const after = places.findIndex(({ id }) => id >= place.id);
    if (after >= 0 && places[after]!.id === place.id) return;
    places.splice(after < 0 ? places.length : after, 0, place);
    // Whoever comes back was away for a moment, mostly.
    if (places.length > PLACES_KEPT) places.shift();
  }

  private before(runId: string, viewpoint: Viewpoint, fits: (place: Place) => boolean): Place {
    return this.places(runId, viewpoint).findLast(fits) ?? { id: 0, seen: 0 };
  }

  private places(runId: string, viewpoint: Viewpoint): Place[] {
    const key = `${runId} ${viewpoint}`;
    const places = this.kept.get(key) ?? [];
    this.kept.set(key, places);
    return places;
  }
}

const PLACE = `SELECT e.id FROM drill_event e WHERE e.run_id = $1 AND e.id > $2 AND ${seenSql(4)}
  ORDER BY e.id OFFSET $3 LIMIT 1`;
const COUNT = `SELECT count(*) AS n FROM drill_event e
  WHERE e.run_id = $1 AND e.id > $2 AND e.id <= $3 AND ${seenSql(4)}`;
