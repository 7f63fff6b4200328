import { useQuery } from '@tanstack/react-query';
import type { DrillWall } from '../../providers/contract.js';
import { ApiError, request } from '../../providers/http.js';
import { isOver, type HeardClock } from '../live/line/scenarioTime.js';

const EVERY_MS = 1_000;
const EVERY_MS_AFTER_END = 30_000;

export interface ShownWall extends DrillWall {
  readonly clock: HeardClock;
}

/** What the wall of a run shows, asked for every second at an address that answers with nothing else. */
export function useWall(path: string) {
  const { data, error, refetch } = useQuery<ShownWall>({
    queryKey: ['drill-wall', path],
    queryFn: async ({ signal }) => {
      const wall = await request<DrillWall>('GET', path, { signal });
      return { ...wall, clock: { ...wall.clock, heardAt: performance.now() } };
    },
    refetchInterval: ({ state }) => {
      if (isRefusal(state.error)) return false;
      return state.data && isOver(state.data.clock) ? EVERY_MS_AFTER_END : EVERY_MS;
    },
    // A projector is seldom the window that has the focus.
    refetchIntervalInBackground: true,
    retry: false,
  });
  return {
    wall: data,
    /** What was shown last stays while the line is lost. */
    isLost: error !== null && data !== undefined && !isRefusal(error),
    error: isRefusal(error) || data === undefined ? error : null,
    retry: () => void refetch(),
  };
}

/** What trying again does not change: no such wall, not allowed. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
