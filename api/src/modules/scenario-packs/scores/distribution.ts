import {
  SCORE_CLASSES,
  SCORE_MIN_MEMBERS,
  type ScoreDistributions,
  type ScoreNumbers,
} from '@readyroom/contract';

type Metric = ScoreNumbers['metrics'][number];

/** How many values lie in each class. */
export function counted(unit: Metric['unit'], values: readonly number[]): number[] {
  const ends: readonly number[] = SCORE_CLASSES[unit];
  const counts = Array.from({ length: ends.length + 1 }, () => 0);
  for (const value of values) {
    const found = ends.findIndex((end) => value < end);
    counts[found < 0 ? ends.length : found]!++;
  }
  return counts;
}

type Sum = Omit<ScoreDistributions['metrics'][number], 'name' | 'meaning'>;

/** Adds up what members sent, each metric only where enough of them have it. */
export function addedUp(members: readonly (readonly Metric[])[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { key, unit, counts } of members.flat()) {
    const sum = sums.get(`${key} ${unit}`);
    if (!sum) {
      sums.set(`${key} ${unit}`, {
        key,
        unit,
        ends: [...SCORE_CLASSES[unit]],
        counts: [...counts],
        members: 1,
      });
      continue;
    }
    sum.members++;
    counts.forEach((count, n) => (sum.counts[n]! += count));
  }
  return [...sums.values()].filter((sum) => sum.members >= SCORE_MIN_MEMBERS);
}
