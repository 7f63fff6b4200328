import type { MinuteSample } from '../opinion/index.js';
import { pick, stream, type Stream } from '../random/index.js';
import type { Run } from '../run/context.js';
import type { Stance } from '../run/lookup.js';
import { chatterNow } from './chatter.js';
import { compose, remember, speakerFor, stanceBy } from './compose.js';
import { isPublic, showPosts, type NewPost } from './show-posts.js';

/** Posts of a minute from which on the next one of them is shown: a sample that grows slowly, six at most. */
const SHOWN_FROM = [1, 3, 8, 20, 50, 120];

/** Shows a sample of what the storm brought this minute, and of what people answer to the organisation. */
export function generatePosts(run: Run, sample: MinuteSample): void {
  const counts = { hostile: sample.hostile, questioning: sample.questioning, supportive: sample.supportive };
  const all = counts.hostile + counts.questioning + counts.supportive;
  const s = stream(run.state.seed, `feed:${sample.minute}`);
  const posts: NewPost[] = [];
  for (let n = 0; n < SHOWN_FROM.filter((from) => all >= from).length; n++) {
    const stance = stanceBy(s, counts)!;
    const post = spoken(run, s, stance);
    if (post) posts.push({ ...post, id: `g${sample.minute}-${posts.length + 1}` });
  }
  showPosts(run, [...posts, ...answers(run, sample.minute, posts.length)]);
}

function spoken(run: Run, s: Stream, stance: Stance): Omit<NewPost, 'id'> | null {
  const chatter = chatterNow(run, stance);
  if (chatter.length === 0) return null;
  const one = pick(s, chatter);
  // Every template has its turn before one of them comes again.
  const turn = run.state.spoken[one.place]!++;
  const { key, from } = speakerFor(run, s, one);
  remember(run, key);
  return { ...compose(run, s, one, turn), from };
}

/** What people answer under replies and statements of the organisation, by the mood of the last hour. */
function answers(run: Run, minute: number, before: number): NewPost[] {
  const { state } = run;
  const due = state.answersDue.filter((one) => one.minute <= minute);
  state.answersDue = state.answersDue.filter((one) => one.minute > minute);
  if (due.length === 0) return [];
  // A stream and turns of its own: that somebody replied moves nothing of what the storm brings.
  const s = stream(state.seed, `answers:${minute}`);
  const mood = moodOf(run);
  const posts: NewPost[] = [];
  for (const { post, count } of due)
    for (let n = 0; n < count; n++) {
      const stance = stanceBy(s, mood) ?? 'questioning';
      const chatter = chatterNow(run, stance).filter(({ channel }) => isPublic(run, channel));
      if (chatter.length === 0) continue;
      const one = pick(s, chatter);
      const to = state.posts[post]!.channel;
      const { channel: _, ...said } = compose(run, s, one, Math.floor(minute / 2) + n);
      posts.push({
        ...said,
        id: `g${minute}-${before + posts.length + 1}`,
        channel: to,
        from: speakerFor(run, s, { stance, channel: to }).from,
        replyTo: post,
      });
    }
  return posts;
}

function moodOf({ state }: Run): Record<Stance, number> {
  const last = (counts: readonly number[]) => counts.slice(-60).reduce((sum, count) => sum + count, 0);
  const { hostile, questioning, supportive } = state.opinion.posts;
  return { hostile: last(hostile), questioning: last(questioning), supportive: last(supportive) };
}
