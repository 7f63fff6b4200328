/**
 * Share of accuracy that is left so many months after practice: the published prior (Tatel & Ackerman 2025, 1 344
 * effects) at the months it names, straight lines in between. Beyond a year nothing is published; each further half
 * year keeps the same share as the last published one did.
 */
const RETAINED = [
  [0, 1],
  [2, 0.81],
  [3, 0.73],
  [6, 0.53],
  [12, 0.28],
] as const;
const HALF_YEAR = 6;
const KEPT_IN_HALF_A_YEAR = 0.28 / 0.53;
const DAYS_IN_A_MONTH = 365.25 / 12;

/** 1 at once, never rising, never quite 0. What lies in the future (a clock was set back) is fresh. */
export function retained(days: number): number {
  const months = Math.max(0, days) / DAYS_IN_A_MONTH;
  for (let i = 1; i < RETAINED.length; i++) {
    const [from, before] = RETAINED[i - 1]!;
    const [to, after] = RETAINED[i]!;
    if (months <= to) return before + ((after - before) * (months - from)) / (to - from);
  }
  const [lastMonth, last] = RETAINED.at(-1)!;
  const halves = Math.floor((months - lastMonth) / HALF_YEAR);
  const begins = last * KEPT_IN_HALF_A_YEAR ** halves;
  const passed = (months - lastMonth) / HALF_YEAR - halves;
  return begins * (1 - passed * (1 - KEPT_IN_HALF_A_YEAR));
}
