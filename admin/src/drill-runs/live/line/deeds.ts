import type { DrillEvent } from '../../../providers/contract.js';

/** When each seat did something last, in seconds of scenario time. */
export type Deeds = ReadonlyMap<string, number>;

function actorOf({ body }: DrillEvent): string | null {
  switch (body.kind) {
    case 'acknowledged':
      return body.seat;
    case 'card_closed':
      return body.by === 'player' ? body.seat : null;
    case 'message':
      return body.from;
    case 'statement':
    case 'contacted':
    case 'threshold':
    case 'alert':
    case 'sitrep':
    case 'triaged':
      return body.by;
    default:
      return null;
  }
}

export function withDeeds(before: Deeds, events: readonly DrillEvent[]): Deeds {
  const after = new Map(before);
  for (const event of events) {
    const seat = actorOf(event);
    if (seat !== null) after.set(seat, event.at);
    // Public replies are posts of a seat.
    if (event.body.kind === 'posts')
      for (const { from } of event.body.posts)
        if (from.kind === 'seat' && from.key !== null) after.set(from.key, event.at);
  }
  return after;
}
