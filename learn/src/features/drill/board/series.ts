import type { IndicatorSample } from '@readyroom/contract';

export interface Point {
  minute: number;
  value: number;
}
export interface Summary {
  last: number;
  /** Against half an hour before, or against the first sample. */
  change: number;
  peak: Point;
}

const BACK_MINUTES = 30;

export const seriesOf = (
  samples: readonly IndicatorSample[],
  measure: 'volume' | 'negativeShare' | 'heat',
): Point[] => samples.map((sample) => ({ minute: sample.minute, value: sample[measure] }));

/** What there is to see in a line; null without a point. Of equal peaks the first counts. */
export function summaryOf(points: readonly Point[]): Summary | null {
  const last = points.at(-1);
  const first = points[0];
  if (!last || !first) return null;
  const before = points.findLast(({ minute }) => minute <= last.minute - BACK_MINUTES) ?? first;
  const peak = points.reduce((highest, point) => (point.value > highest.value ? point : highest));
  return { last: last.value, change: last.value - before.value, peak };
}

/** No more than `most` points, evenly spread, with the first and the last among them. */
export function thinned(points: readonly Point[], most: number): Point[] {
  if (points.length <= most) return [...points];
  return Array.from({ length: most }, (_, i) => points[Math.round((i * (points.length - 1)) / (most - 1))]!);
}
