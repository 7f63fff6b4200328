import type { DrillEvent, DrillEventBody } from '@readyroom/contract';

const actorOf = (body: DrillEventBody): string | null => {
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
};

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
          actorOf(body) === seat || (body.kind === 'posts' && body.posts.some(({ id }) => replies.has(id))),
      );
