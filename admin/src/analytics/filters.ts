import type { Tier } from '../providers/contract.js';

/** What the figures are cut to; the same names in the address of the screen and in the API. */
export interface AnalyticsFilters {
  departmentId: string | null;
  tier: Tier[];
  courseId: string | null;
  from: string | null;
  to: string | null;
}

const TIERS: readonly string[] = ['executive', 'manager', 'frontline'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayOf = (text: string | null): string | null => (text && DAY.test(text) ? text : null);

export const readFilters = (search: URLSearchParams): AnalyticsFilters => ({
  departmentId: search.get('departmentId'),
  tier: search.getAll('tier').filter((tier): tier is Tier => TIERS.includes(tier)),
  courseId: search.get('courseId'),
  from: dayOf(search.get('from')),
  to: dayOf(search.get('to')),
});

export function writeFilters(search: URLSearchParams, filters: AnalyticsFilters): URLSearchParams {
  const after = new URLSearchParams(search);
  const { tier, ...single } = filters;
  after.delete('tier');
  for (const one of tier) after.append('tier', one);
  for (const [name, value] of Object.entries(single)) {
    if (value) after.set(name, value);
    else after.delete(name);
  }
  return after;
}

/** Filters without what is not set: query of a figure, and filter of the list behind it. */
export const setOnly = (filters: AnalyticsFilters): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(filters).filter(
      ([, value]: [string, string | string[] | null]) => value !== null && value.length > 0,
    ),
  );

/** The week that begins on a Monday, as far as the filters leave of it. */
export function weekOf(
  weekStart: string,
  { from, to }: Pick<AnalyticsFilters, 'from' | 'to'>,
): { from: string; to: string } {
  const end = new Date(Date.parse(`${weekStart}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10);
  return { from: from && from > weekStart ? from : weekStart, to: to && to < end ? to : end };
}
