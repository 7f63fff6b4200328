import { seatThatActed } from '@readyroom/contract';
import type { DrillEvent } from '../../../providers/contract.js';

/** When each seat did something last, in seconds of scenario time. */
export type Deeds = ReadonlyMap<string, number>;

export function withDeeds(before: Deeds, events: readonly DrillEvent[]): Deeds {
  const after = new Map(before);
  for (const event of events) {
    const seat = seatThatActed(event.body);
    if (seat !== null) after.set(seat, event.at);
    // Public replies are posts of a seat.
    if (event.body.kind === 'posts')
      for (const { from } of event.body.posts)
        if (from.kind === 'seat' && from.key !== null) after.set(from.key, event.at);
  }
  return after;
}
