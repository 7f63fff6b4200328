import { READINESS_MIN_GROUP } from '@readyroom/contract';

/** How many people with evidence a group has, and whether its numbers stay hidden. */
export interface Group {
  readonly size: number;
  hidden: boolean;
}

/** A group that is exactly the sum of its parts, all of them shown to the same reader. */
export interface Partition {
  readonly whole: Group;
  readonly parts: readonly Group[];
}

const small = (size: number): boolean => size > 0 && size < READINESS_MIN_GROUP;

/**
 * Hides groups of fewer than five, and then as many more, smallest first, as it takes so that no small group can be
 * worked out by subtracting what is shown.
 */
export function hideSmallGroups(groups: readonly Group[], partitions: readonly Partition[]): void {
  for (const group of groups) group.hidden = small(group.size);
  for (let changed = true; changed;) {
    changed = false;
    for (const { whole, parts } of partitions) {
      const hidden = parts.filter((part) => part.hidden);
      const missing = hidden.reduce((sum, { size }) => sum + size, 0);
      // Parts that are all shown would give away a whole, and a whole with one small rest that rest.
      const given = whole.hidden ? hidden.length === 0 : small(missing);
      const next = given && leastShown(parts);
      if (!next) continue;
      next.hidden = true;
      changed = true;
    }
  }
}

function leastShown(parts: readonly Group[]): Group | undefined {
  return parts.filter(({ hidden, size }) => !hidden && size > 0).sort((a, b) => a.size - b.size)[0];
}
