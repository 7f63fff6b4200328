import { READINESS_MIN_GROUP } from '@readyroom/contract';

/** People, how many of them have evidence, and whether the numbers of those stay hidden. */
export interface Group {
  readonly people: number;
  readonly size: number;
  hidden: boolean;
}

/** People directly in a department, or in its whole sub-tree: all of them, and by tier. */
export interface Line {
  readonly all: Group;
  readonly tiers: readonly Group[];
}

/** A department, or the whole organisation, where nobody is directly. */
export interface Branch {
  readonly whole: Line;
  readonly own: Line | null;
  readonly children: readonly Branch[];
}

/** A piece of the organisation whose sum can be worked out from what is shown, and no finer one. */
type Region = readonly Line[];

const isSmall = (size: number): boolean => size > 0 && size < READINESS_MIN_GROUP;

/**
 * Hides so much that no sum over fewer than five can be worked out from what is shown.
 *
 * Departments: below a hidden department everything is hidden. So what can be worked out of a shown one is the rest that
 * its hidden parts make up together, and these are at least five, or none.
 *
 * Tiers: shown for the whole organisation only, and only if they, crossed with those rests, do not give away a smaller
 * piece either.
 */
export function hideSmallGroups(organisation: Branch): void {
  hideAll(organisation);
  if (isSmall(organisation.whole.all.size)) return;
  const regions: Region[] = [];
  show(organisation, regions);
  if (areTiersSafe(regions)) for (const tier of organisation.whole.tiers) tier.hidden = false;
}

function hideAll({ whole, own, children }: Branch): void {
  for (const { all, tiers } of [whole, ...(own ? [own] : [])])
    for (const group of [all, ...tiers]) group.hidden = true;
  children.forEach(hideAll);
}

function show(branch: Branch, regions: Region[]): void {
  const { whole, own, children } = branch;
  whole.all.hidden = false;
  const parts = [
    ...(own ? [{ line: own, child: null }] : []),
    ...children.map((child) => ({ line: child.whole, child })),
  ].sort((a, b) => a.line.all.size - b.line.all.size);
  const rest: Line[] = [];
  let missing = 0;
  for (const { line, child } of parts) {
    const { size } = line.all;
    // Smallest first: another one goes as long as those that are missing are few.
    if (size > 0 && (isSmall(size) || isSmall(missing))) {
      rest.push(line);
      missing += size;
    } else if (child) show(child, regions);
    else {
      line.all.hidden = false;
      regions.push([line]);
    }
  }
  if (rest.length > 0) regions.push(rest);
  if (parts.length === 0) regions.push([whole]);
}

/**
 * With the sums of regions and of tiers known, what follows besides is: give tiers a height of 0, 1 or 2; in regions
 * where two neighbouring heights meet take the people of the upper one. (A region with all three has no such solution.)
 * Where nobody is, everybody sees that nobody is.
 */
function areTiersSafe(regions: readonly Region[]): boolean {
  const rows = regions
    .filter((region) => sum(region, ({ all }) => all.size) > 0)
    .map((region) =>
      region[0]!.tiers.map((_, t) => ({
        people: sum(region, ({ tiers }) => tiers[t]!.people),
        size: sum(region, ({ tiers }) => tiers[t]!.size),
      })),
    );
  const count = regions[0]?.[0]?.tiers.length ?? 0;
  return heightsOf(count).every((heights) => {
    let taken = 0;
    for (const row of rows) {
      const there = heights.filter((_, t) => row[t]!.people > 0);
      const [low, high] = [Math.min(...there), Math.max(...there)];
      if (high - low > 1) return true;
      if (high === low) continue;
      row.forEach(({ size }, t) => (taken += heights[t] === high ? size : 0));
    }
    return !isSmall(taken);
  });
}

const heightsOf = (count: number): number[][] =>
  count === 0 ? [[]] : heightsOf(count - 1).flatMap((rest) => [0, 1, 2].map((height) => [...rest, height]));

const sum = <T>(list: readonly T[], of: (one: T) => number): number =>
  list.reduce((all, one) => all + of(one), 0);
