import type { ProgramStatus, Tier } from '../providers/contract.js';

/** What the board is cut to; the same names in its address, in the API and in the list behind a number. */
export interface BoardFilters {
  departmentId: string | null;
  tier: Tier[];
  programId: string[];
}
/** Columns of the board: one a program, or one a status. */
export const VIEWS = ['program', 'status'] as const;
export type BoardView = (typeof VIEWS)[number];

const TIERS: readonly string[] = ['executive', 'manager', 'frontline'];

/** Filters in the address of the screen; what is not a tier is left out. */
export const readFilters = (search: URLSearchParams): BoardFilters => ({
  departmentId: search.get('departmentId'),
  tier: search.getAll('tier').filter((tier): tier is Tier => TIERS.includes(tier)),
  programId: search.getAll('programId'),
});
export const readView = (search: URLSearchParams): BoardView =>
  search.get('by') === 'status' ? 'status' : 'program';

/** The address that shows these filters; other parameters stay. */
export function writeFilters(search: URLSearchParams, filters: BoardFilters): URLSearchParams {
  const after = new URLSearchParams(search);
  for (const name of ['departmentId', 'tier', 'programId']) after.delete(name);
  if (filters.departmentId) after.set('departmentId', filters.departmentId);
  for (const tier of filters.tier) after.append('tier', tier);
  for (const id of filters.programId) after.append('programId', id);
  return after;
}

export const boardQuery = ({ departmentId, tier, programId }: BoardFilters) => ({
  departmentId,
  tier,
  programId,
});

export interface Cut {
  departmentId?: string | null;
  own?: boolean;
  programId?: readonly string[];
  status?: readonly ProgramStatus[];
}

/** The filter of the list behind a number: what the board is cut to, and what the number cuts further. */
export function rowsFilter(filters: BoardFilters, cut: Cut): object {
  const departmentId = cut.departmentId ?? filters.departmentId;
  const programId = cut.programId ?? filters.programId;
  return {
    ...(departmentId ? { departmentId } : {}),
    ...(cut.own ? { own: true } : {}),
    ...(filters.tier.length ? { tier: filters.tier } : {}),
    ...(programId.length ? { programId } : {}),
    ...(cut.status?.length ? { status: cut.status } : {}),
  };
}
