import { nextUnit, stream, type Stream } from '../random/index.js';
import { emit, type Run } from '../run/context.js';
import type { LivePost } from '../run/state.js';

const HOUR = 3_600;
/** More than these few nobody sees move. */
const MOVING = 15;
/** One in so many followers is there in a minute. */
const ONE_IN = 400;
/** What everybody who posts this minute adds to the readers of each recent post. */
const READERS_PER_POST = 3;
const LIKES_PER_READER = 0.5;

/**
 * Likes, reposts and comments that recent posts gain this minute: in proportion to followers and to the minute's
 * volume, less with age. The most read posts move; those of more than an hour ago have come to rest.
 */
export function moveEngagement(run: Run, volume: number): void {
  const { state, at } = run;
  state.live = state.live.filter((post) => post.at > at - HOUR);
  const s = stream(state.seed, `engagement:${Math.floor(at / 60)}`);
  const read = state.live
    .map((post) => ({ post, readers: readersOf(post, at, volume) }))
    .sort((a, b) => b.readers - a.readers)
    .slice(0, MOVING);
  const changes = read
    .filter(({ post, readers }) => gain(post, readers, s))
    .map(({ post: { id, likes, reposts, comments } }) => ({ id, likes, reposts, comments }));
  if (changes.length > 0) emit(run, 'all', { kind: 'engagement', changes });
}

function readersOf({ followers, appeal, at }: LivePost, now: number, volume: number): number {
  const age = 10 + Math.floor((now - at) / 60);
  return ((followers / ONE_IN + volume * READERS_PER_POST) * appeal) / (10 * age * age);
}

/** Adds whole numbers; what is less than one comes by chance. Answers whether anything was added. */
function gain(post: LivePost, readers: number, s: Stream): boolean {
  const liking = readers * LIKES_PER_READER;
  const likes = Math.floor(liking + nextUnit(s));
  const reposts = Math.floor((liking * post.repostsPerLike) / 1_000 + nextUnit(s));
  const comments = Math.floor((liking * post.commentsPerLike) / 1_000 + nextUnit(s));
  post.likes += likes;
  post.reposts += reposts;
  post.comments += comments;
  return likes + reposts + comments > 0;
}
