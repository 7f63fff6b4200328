import type { DrillView, FeedPost } from '@readyroom/contract';

export const FEED_FILTERS = ['all', 'open', 'official'] as const;
export type FeedFilter = (typeof FEED_FILTERS)[number];

/** Posts in the order in which they arrived. */
export const arrived = (posts: DrillView['posts']): FeedPost[] => [...posts.values()];

/** Said by the organisation itself, or by one of its seats. */
export const isOurs = ({ from }: FeedPost): boolean => from.kind === 'organisation' || from.kind === 'seat';

/** The first `known` posts to arrive that pass the filter, newest first. What arrived later waits to be asked for. */
export function shownPosts(
  posts: readonly FeedPost[],
  known: number,
  filter: FeedFilter,
  triaged: ReadonlyMap<string, unknown>,
): FeedPost[] {
  return posts
    .slice(0, known)
    .map((post, place) => ({ post, place }))
    .filter(
      ({ post }) =>
        filter === 'all' || (filter === 'official' ? isOurs(post) : !isOurs(post) && !triaged.has(post.id)),
    )
    .sort((a, b) => b.post.at - a.post.at || b.place - a.place)
    .map(({ post }) => post);
}
