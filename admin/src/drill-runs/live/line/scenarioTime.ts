import type { DrillClock } from '../../../providers/contract.js';

/** A clock of a run, and when this browser heard it by its steady clock, in milliseconds. */
export interface HeardClock extends DrillClock {
  readonly heardAt: number;
}

/** Scenario time in seconds. It stands still unless the run is running. */
export const scenarioNow = (clock: HeardClock, now: number): number =>
  clock.status === 'running' ? clock.at + (Math.max(0, now - clock.heardAt) / 1000) * clock.rate : clock.at;

/**
 * How many minutes a run is behind the plan: how long it has lasted, pauses and all, less what scenario time would
 * have taken at the pace of the scenario. Below zero when it is ahead; null before the start.
 */
export function minutesBehind(
  clock: HeardClock,
  now: number,
  { startedAt, planRate }: { startedAt: string | null; planRate: number | null },
): number | null {
  if (startedAt === null || planRate === null) return null;
  const wall = Date.parse(clock.serverTime) + (now - clock.heardAt);
  const lasted = (wall - Date.parse(startedAt)) / 60_000;
  return Math.round(lasted - scenarioNow(clock, now) / 60 / planRate);
}

export const isOver = ({ status }: Pick<DrillClock, 'status'>): boolean =>
  status === 'ended' || status === 'stopped';

/** 754 seconds → 12:34. */
export const minutesAndSeconds = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};
