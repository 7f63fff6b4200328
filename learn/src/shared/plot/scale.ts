/** A round number at or a little above the highest value, so that gridlines carry round labels. */
export function niceTop(values: readonly number[]): number {
  const highest = Math.max(0, ...values);
  if (highest === 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * unit >= highest) ?? 10;
  return step * unit;
}

/** Which labels of an axis are written when not all fit: the first, the last, and others evenly between. */
export function shownLabels(count: number, fits: number): number[] {
  const shown = Math.min(count, Math.max(2, fits));
  if (shown < 2) return count === 1 ? [0] : [];
  return Array.from({ length: shown }, (_, i) => Math.round((i * (count - 1)) / (shown - 1)));
}

/** Whether the last points leave more room beside a value than the first ones: that is where its label goes. */
export function roomierAtEnd(values: readonly number[], value: number): boolean {
  const third = Math.max(1, Math.ceil(values.length / 3));
  const nearest = (part: readonly number[]) => Math.min(...part.map((other) => Math.abs(other - value)));
  return nearest(values.slice(-third)) > nearest(values.slice(0, third));
}
