/** Bounds of the answers accepted for a number; null when only the value itself is. Floating dust is rounded away. */
export function acceptedRange(value: number, tolerance: number | null): { from: number; to: number } | null {
  if (!tolerance) return null;
  const clean = (bound: number) => Number(bound.toPrecision(12));
  return { from: clean(value - tolerance), to: clean(value + tolerance) };
}
