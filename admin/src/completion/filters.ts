import type { Tier } from '../providers/contract.js';

/** What the board is cut to; the same names in its address, in the API and in the list behind a number. */
export interface BoardFilters {
  departmentId: string | null;
  tier: Tier[];
  courseId: string[];
}
export type CompletionState = 'not_started' | 'in_progress' | 'completed' | 'overdue';

const TIERS: readonly string[] = ['executive', 'manager', 'frontline'];

/** Filters in the address of the screen; what is not a tier is left out. */
export const readFilters = (search: URLSearchParams): BoardFilters => ({
  departmentId: search.get('departmentId'),
  tier: search.getAll('tier').filter((tier): tier is Tier => TIERS.includes(tier)),
  courseId: search.getAll('courseId'),
});

/** The address that shows these filters; other parameters stay. */
export function writeFilters(search: URLSearchParams, filters: BoardFilters): URLSearchParams {
  const after = new URLSearchParams(search);
  for (const name of ['departmentId', 'tier', 'courseId']) after.delete(name);
  if (filters.departmentId) after.set('departmentId', filters.departmentId);
  for (const tier of filters.tier) after.append('tier', tier);
  for (const id of filters.courseId) after.append('courseId', id);
  return after;
}

export const boardQuery = ({ departmentId, tier, courseId }: BoardFilters) => ({
  departmentId,
  tier,
  courseId,
});

interface Cut {
  departmentId?: string | null;
  own?: boolean;
  tier?: readonly Tier[];
  courseId?: readonly string[];
  state?: CompletionState;
}

/** The filter of the list behind a number: what the board is cut to, and what the number cuts further. */
export function rowsFilter(filters: BoardFilters, cut: Cut): object {
  const departmentId = cut.departmentId ?? filters.departmentId;
  const tier = cut.tier ?? filters.tier;
  const courseId = cut.courseId ?? filters.courseId;
  return {
    ...(departmentId ? { departmentId } : {}),
    ...(cut.own ? { own: true } : {}),
    ...(tier.length ? { tier } : {}),
    ...(courseId.length ? { courseId } : {}),
    ...(cut.state ? { state: cut.state } : {}),
  };
}
