/** What a seat said about posts: which one each repeats, or none. */
export interface DuplicateMark {
  readonly post: string;
  readonly duplicateOf: string | null;
}

export interface PairCounts {
  /** Pairs said to be the same that are. */
  readonly hits: number;
  /** Pairs said to be the same. */
  readonly said: number;
  /** Pairs that are the same. */
  readonly same: number;
}

/**
 * Counts pairs among the posts that one seat looked at (triaged, or named as the original). "Repeats" is taken as
 * symmetric and transitive, so it does not matter which post of a group is named as the original.
 */
export function duplicatePairs(
  marks: readonly DuplicateMark[],
  groupOf: (post: string) => string | undefined,
): PairCounts {
  const parent = new Map<string, string>();
  const root = (post: string): string => {
    let at = post;
    for (let up = parent.get(at)!; up !== at; up = parent.get(at)!) at = up;
    return at;
  };
  for (const { post } of marks) parent.set(post, post);
  for (const { duplicateOf } of marks) if (duplicateOf !== null) parent.set(duplicateOf, duplicateOf);
  for (const { post, duplicateOf } of marks)
    if (duplicateOf !== null) parent.set(root(post), root(duplicateOf));

  const said = new Map<string, number>();
  const same = new Map<string, number>();
  const both = new Map<string, number>();
  for (const post of parent.keys()) {
    const cluster = root(post);
    add(said, cluster);
    const group = groupOf(post);
    if (group === undefined) continue;
    add(same, group);
    add(both, `${group} ${cluster}`);
  }
  return { hits: pairs(both), said: pairs(said), same: pairs(same) };
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Pairs within each class of so many members: n(n - 1)/2. */
function pairs(counts: Map<string, number>): number {
  let sum = 0;
  for (const n of counts.values()) sum += (n * (n - 1)) / 2;
  return sum;
}
