import type { EmittedEvent } from '../../../engine/index.js';

type Posts = Extract<EmittedEvent['body'], { kind: 'posts' }>;
type PostsEvent = EmittedEvent & { body: Posts };

const isPosts = (event: EmittedEvent): event is PostsEvent => event.body.kind === 'posts';

/** Come once a minute, in this order, after everything that may bring posts. */
const CLOSE_A_MINUTE: ReadonlySet<string> = new Set(['engagement', 'trending', 'indicators']);

/**
 * What the engine showed, as it is told: the posts of a minute come in one event, at one place among the others and in
 * one order, whether an author wrote them, an inject brought them or the storm did. Otherwise whoever reads the wire
 * knows the scripted ones, which may be the ones to doubt. Ids stay without gaps: where an event of posts was, there
 * is an empty one for staff. Log, engine and hashes know nothing of it.
 *
 * @param events of whole minutes, as the engine returns them
 * @param nameOf the name under which players know a post: it says nothing about where the post is from, so it makes the order
 */
export function toldByMinute(
  events: readonly EmittedEvent[],
  nameOf: (post: string) => string,
): EmittedEvent[] {
  const told: EmittedEvent[] = [];
  for (let from = 0; from < events.length;) {
    const { at } = events[from]!;
    let to = from;
    while (to < events.length && events[to]!.at === at && !CLOSE_A_MINUTE.has(events[to]!.body.kind)) to++;
    const closes = to < events.length && events[to]!.at === at;
    const before = events.slice(from, closes ? to : Math.max(to, from + 1));
    told.push(...(closes ? gathered(before, nameOf) : before));
    from += before.length;
    if (closes) told.push(events[from++]!);
  }
  return told;
}

/** The same ids in the same order; all posts in the last event. */
function gathered(events: readonly EmittedEvent[], nameOf: (post: string) => string): EmittedEvent[] {
  const parts = events.filter(isPosts);
  if (parts.length === 0) return [...events];
  const last = parts.at(-1)!;
  const posts = parts.flatMap(({ body }) => body.posts);
  const moved = [
    ...events.filter((event) => !isPosts(event)),
    ...parts
      .slice(1)
      .map((event): EmittedEvent => ({ ...event, audience: 'staff', body: { kind: 'posts', posts: [] } })),
    { ...last, body: { ...last.body, posts: inNeutralOrder(posts, nameOf) } },
  ];
  return moved.map((event, n) => ({ ...event, id: events[n]!.id }));
}

/** What the organisation says itself comes first, so that no answer stands before it; everybody may know that much. */
function inNeutralOrder(posts: Posts['posts'], nameOf: (post: string) => string): Posts['posts'] {
  const placed = posts.map((post) => ({
    post,
    place: `${post.from.kind === 'organisation' ? 0 : 1} ${nameOf(post.id)}`,
  }));
  return placed.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ post }) => post);
}
