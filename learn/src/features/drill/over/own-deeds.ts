import { seatThatActed, type DrillEvent } from '@readyroom/contract';

/** What a seat did, in order, as far as it shows in the events. Of replies the server says which posts they became. */
export const ownDeeds = (
  events: readonly DrillEvent[],
  seat: string | null,
  replies: ReadonlySet<string> = new Set(),
): DrillEvent[] =>
  seat === null
    ? []
    : events.filter(
        ({ body }) =>
          seatThatActed(body) === seat ||
          (body.kind === 'posts' && body.posts.some(({ id }) => replies.has(id))),
      );
