import type { Metric, MetricKey, MetricTarget } from '@readyroom/contract';

/** One thing seen in the log. `value` is Infinity for what should have come and never did. */
export interface Observation {
  readonly seat: string | null;
  readonly value: number;
  readonly seqs: readonly number[];
}

/** Minutes and shares are kept to four decimals, so that the same number reads the same everywhere. */
export const round = (value: number): number => Math.round(value * 10_000) / 10_000;

export const minutesBetween = (from: number, to: number): number => round((to - from) / 60);

/** Middle value, mean of the two middle ones when even; Infinity when the middle never came; null without values. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half]!;
  return sorted.length % 2 === 1 ? upper : (sorted[half - 1]! + upper) / 2;
}

export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : round(part / whole);

export const evidenceOf = (seqs: Iterable<number>): number[] => [...new Set(seqs)].sort((a, b) => a - b);

type Draft = Pick<Metric, 'key' | 'unit' | 'value' | 'count' | 'of'> &
  Partial<Pick<Metric, 'part' | 'seat' | 'target' | 'met'>> & { seqs: Iterable<number> };

/** A metric from its parts; with a target and a value, `met` follows from them. */
export function metric(draft: Draft): Metric {
  const { seqs, part = null, seat = null, target = null, value, ...rest } = draft;
  const met = draft.met ?? (target === null || value === null ? null : reaches(value, target));
  return { ...rest, part, seat, value, target, met, evidence: evidenceOf(seqs) };
}

const reaches = (value: number, target: MetricTarget): boolean =>
  target.better === 'at_most' ? value <= target.value : value >= target.value;

export const atMost = (value: number, basis: MetricTarget['basis']): MetricTarget => ({
  value,
  better: 'at_most',
  basis,
});

interface TimeOptions {
  part?: string | null;
  seat?: string | null;
  target?: MetricTarget | null;
}

/** Median in minutes. Where the middle never came the value is null, and a target is missed. */
export function timeMetric(key: MetricKey, seen: readonly Observation[], options: TimeOptions = {}): Metric {
  const middle = median(seen.map((o) => o.value));
  const never = middle !== null && !Number.isFinite(middle);
  return metric({
    ...options,
    key,
    unit: 'minutes',
    value: middle === null || never ? null : round(middle),
    ...(never && options.target ? { met: false } : {}),
    count: seen.filter((o) => Number.isFinite(o.value)).length,
    of: seen.length,
    seqs: seen.flatMap((o) => o.seqs),
  });
}

/** The line of the whole run, then one for each seat that has observations, in the order of `seats`. */
export function bySeat<T extends { readonly seat: string | null }>(
  seen: readonly T[],
  seats: readonly string[],
  make: (own: readonly T[], seat: string | null) => Metric,
): Metric[] {
  const lines = [make(seen, null)];
  for (const seat of seats) {
    const own = seen.filter((o) => o.seat === seat);
    if (own.length > 0) lines.push(make(own, seat));
  }
  return lines;
}

/** Values by a key, in the order given. */
export function grouped<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
