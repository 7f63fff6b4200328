import { addDays } from '../../platform/clock/clock.js';

export interface WeekCount {
  /** A Monday, YYYY-MM-DD. */
  readonly weekStart: string;
  readonly completions: number;
}

/** The Monday of the week in which a day lies. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** How many weeks have a day between the two days, both included. */
export const weeksBetween = (from: string, to: string): number =>
  Math.round((Date.parse(mondayOf(to)) - Date.parse(mondayOf(from))) / 604_800_000) + 1;

/** Every week from the one of `from` to the one of `to`, with nothing where nothing was counted, and the sum so far. */
export function everyWeek(
  counted: readonly WeekCount[],
  from: string,
  to: string,
): { weekStart: string; completions: number; total: number }[] {
  const found = new Map(counted.map(({ weekStart, completions }) => [weekStart, completions]));
  const points = [];
  let total = 0;
  for (let weekStart = mondayOf(from); weekStart <= to; weekStart = addDays(weekStart, 7)) {
    const completions = found.get(weekStart) ?? 0;
    total += completions;
    points.push({ weekStart, completions, total });
  }
  return points;
}
