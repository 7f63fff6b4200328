import type { DrillEventBody } from './drill-events.js';

/** The seat whose deed an event is, if it is one. Public replies are posts, and say themselves whose they are. */
export function seatThatActed(body: DrillEventBody): string | null {
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
