import { emit, minuteOf, type Run } from '../run/context.js';
import type { LivePost } from '../run/state.js';

const EVERY = 5;
const TOPICS = 6;

/** Every five minutes the topics of the last hour that are carried by most posts, reposts and comments. */
export function showTrending(run: Run): void {
  if (minuteOf(run) % EVERY !== 0) return;
  const topics = new Map<string, { topic: LivePost['label']; posts: number }>();
  for (const { topic, label, reposts, comments } of run.state.live) {
    const posts = 1 + reposts + comments;
    const known = topics.get(topic);
    // A topic is named after the first post about it.
    if (known) known.posts += posts;
    else topics.set(topic, { topic: label, posts });
  }
  const board = [...topics.values()].sort((a, b) => b.posts - a.posts).slice(0, TOPICS);
  if (board.length > 0) emit(run, 'all', { kind: 'trending', topics: board });
}
