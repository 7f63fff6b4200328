/** A round number at or a little above the highest value, so that gridlines carry round labels. */
export function niceTop(values: readonly number[]): number {
  const highest = Math.max(0, ...values);
  if (highest === 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * unit >= highest) ?? 10;
  return step * unit;
}

/** Which labels of an axis are written when not all fit: always the first and the last, the others evenly. */
export function shownLabels(count: number, fits: number): number[] {
  if (count <= fits) return Array.from({ length: count }, (_, i) => i);
  const every = Math.ceil((count - 1) / Math.max(1, fits - 1));
  const shown = Array.from({ length: count }, (_, i) => i).filter((i) => i % every === 0 && count - 1 - i >= every);
  return [...shown, count - 1];
}
