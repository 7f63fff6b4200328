import type { Deed, RunRecord, TruthOfPost } from '../record.js';

/** What one seat made of one post: judged by its last word, timed by its first. */
export interface Handled {
  readonly seat: string;
  readonly post: string;
  readonly truth: TruthOfPost;
  readonly visibleAt: number;
  readonly firstAt: number;
  readonly last: Deed<'triage'>;
  readonly seqs: readonly number[];
}

/** Posts that say the same thing are one matter. */
export interface Matter {
  readonly posts: readonly string[];
  /** Those that are urgent or high, or need escalating. Flagging one of them finds the matter. */
  readonly pressing: readonly string[];
  /** Of the first pressing post; without one, of the first. */
  readonly visibleAt: number;
  readonly escalate: boolean;
}

/** Pressing posts seen by the public for less than this many minutes at the end are nobody's omission yet. */
export const OPEN_MINUTES = 10;

export const isPressing = (judged: { priority: string; escalate: boolean }): boolean =>
  judged.escalate || judged.priority === 'urgent' || judged.priority === 'high';

export function handledPosts(run: RunRecord): Handled[] {
  const desk = new Map<string, { first: Deed<'triage'>; last: Deed<'triage'>; seqs: number[] }>();
  for (const deed of run.deeds('triage')) {
    const key = `${deed.seat} ${deed.action.post}`;
    const known = desk.get(key);
    if (known) {
      known.last = deed;
      known.seqs.push(deed.seq);
    } else desk.set(key, { first: deed, last: deed, seqs: [deed.seq] });
  }
  return [...desk.values()].flatMap(({ first, last, seqs }) => {
    const post = last.action.post;
    const truth = run.truths[post];
    const shown = run.posts.get(post);
    if (!truth || !shown) return [];
    return [{ seat: last.seat, post, truth, visibleAt: shown.at, firstAt: first.at, last, seqs }];
  });
}

/** Whether triage was anybody's job: a front-line seat was played, or somebody triaged. */
export const triageOnDuty = (run: RunRecord): boolean =>
  run.playsTier('frontline') || run.deeds('triage').length > 0;

export function mattersOf(run: RunRecord): Matter[] {
  const groups = new Map<string, string[]>();
  for (const id of run.posts.keys()) {
    const truth = run.truths[id];
    if (!truth) continue;
    const key = truth.group === undefined ? `post ${id}` : `group ${truth.group}`;
    const group = groups.get(key);
    if (group) group.push(id);
    else groups.set(key, [id]);
  }
  return [...groups.values()].map((posts) => {
    const pressing = posts.filter((id) => isPressing(run.truths[id]!));
    const counted = pressing.length > 0 ? pressing : posts;
    return {
      posts,
      visibleAt: counted.map((id) => run.posts.get(id)!.at).reduce((a, b) => (a < b ? a : b)),
      pressing,
      escalate: posts.some((id) => run.truths[id]!.escalate),
    };
  });
}
