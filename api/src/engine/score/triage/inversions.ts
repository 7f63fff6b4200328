import { TRIAGE_PRIORITIES, type TriagePriority } from '@readyroom/contract';

export interface QueuedPost {
  /** True priority. */
  readonly priority: TriagePriority;
  readonly visibleAt: number;
  readonly handledAt: number;
}

export interface Inversions {
  /** The less pressing post was handled while the more pressing one was waiting. */
  readonly inverted: number;
  /** Pairs in which there was a choice: both were visible when the first of the two was handled. */
  readonly choices: number;
}

/** Pairs of one seat's handled posts, counted by binary search over each level of priority: n log n. */
export function priorityInversions(posts: readonly QueuedPost[]): Inversions {
  const levels = TRIAGE_PRIORITIES.map((priority) => {
    const own = posts.filter((p) => p.priority === priority);
    return {
      own,
      visible: own.map((p) => p.visibleAt).sort((a, b) => a - b),
      handled: own.map((p) => p.handledAt).sort((a, b) => a - b),
    };
  });
  /** Of a level: visible by then and not handled by then. */
  const waiting = (level: number, at: number): number =>
    upTo(levels[level]!.visible, at) - upTo(levels[level]!.handled, at);

  let inverted = 0;
  let inOrder = 0;
  for (let above = 0; above < levels.length; above += 1)
    for (let below = above + 1; below < levels.length; below += 1) {
      for (const post of levels[below]!.own) inverted += waiting(above, post.handledAt);
      for (const post of levels[above]!.own) inOrder += waiting(below, post.handledAt);
    }
  return { inverted, choices: inverted + inOrder };
}

/** How many of the sorted values are at most `limit`. */
function upTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
