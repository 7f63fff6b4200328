import type { FeedPost, Sender } from '@readyroom/contract';
import { nextInt, stream } from '../random/index.js';
import { emit, type Run } from '../run/context.js';
import type { TruthOfPost } from '../score/index.js';
import type { LivePost } from '../run/state.js';
import { labelOf } from './label.js';

/** Followers that the organisation's own posts are taken to have. */
const OWN_FOLLOWERS = 200_000;

/** A post before it is shown. */
export interface NewPost {
  readonly id: string;
  readonly channel: string;
  readonly from: Sender;
  readonly text: FeedPost['text'];
  readonly replyTo?: string;
  /** Posts of one topic say the same thing; without one a post stands alone. */
  readonly topic?: string;
  readonly truth?: TruthOfPost;
}

/** Shows posts to everybody, in one event. What is hidden about them stays in the state. */
export function showPosts(run: Run, posts: readonly NewPost[]): void {
  const { state, at } = run;
  if (posts.length === 0) return;
  for (const { id, channel, truth } of posts) {
    state.posts[id] = { at, channel };
    if (truth) state.truths[id] = truth;
  }
  for (const post of posts) if (isPublic(run, post.channel)) state.live.push(livePost(run, post));
  emit(run, 'all', { kind: 'posts', posts: posts.map((post) => feedPost(run, post)) });
}

/** How much a post moves people, and whether rather to repost or to comment, is its own. */
function livePost({ state, at }: Run, { id, topic, from, text }: NewPost): LivePost {
  const s = stream(state.seed, `appeal:${id}`);
  return {
    id,
    at,
    followers: from.followers ?? (from.kind === 'organisation' ? OWN_FOLLOWERS : 0),
    topic: topic ?? id,
    label: labelOf(text),
    appeal: 1 + nextInt(s, 1_000),
    repostsPerLike: 100 + nextInt(s, 500),
    commentsPerLike: 60 + nextInt(s, 400),
    likes: 0,
    reposts: 0,
    comments: 0,
  };
}

/** A call or a mail is seen by the organisation alone: nobody likes it, answers it in public or makes it trend. */
export function isPublic({ lookup }: Run, channel: string): boolean {
  const kind = lookup.channels.get(channel)?.kind;
  return kind !== 'complaint_line' && kind !== 'phone' && kind !== 'internal_mail';
}

const feedPost = ({ lookup, at }: Run, { id, channel, from, text, replyTo }: NewPost): FeedPost => ({
  id,
  at,
  channel,
  channelKind: lookup.channels.get(channel)?.kind ?? 'microblog',
  from,
  text,
  replyTo: replyTo ?? null,
  likes: 0,
  reposts: 0,
  comments: 0,
});

/** Where something public without a channel of its own appears. */
export function channelOfKind({ state }: Run, ...kinds: readonly FeedPost['channelKind'][]): string {
  const { channels } = state.scenario;
  for (const kind of kinds) {
    const found = channels.find((channel) => channel.kind === kind);
    if (found) return found.key;
  }
  return channels[0]!.key;
}
