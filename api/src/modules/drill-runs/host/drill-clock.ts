import type { RunStatus } from '@readyroom/contract';

/** The clock of a run as its row keeps it. Scenario times are in seconds. */
export interface RunClock {
  status: RunStatus;
  /** Scenario time at `baseWall`. */
  baseAt: number;
  baseWall: Date;
  /** Seconds of scenario time that pass in a second. */
  rate: number;
  endsAt: number;
  /** Up to where the run has been carried forward; scenario time never falls below it. */
  tickedTo: number;
  /** When it was last carried forward. */
  seenAt: Date;
}

/** A running drill that nobody carried forward for longer than this was asleep with its machine. */
export const ASLEEP_AFTER_MS = 5 * 60_000;
/** Clocks of several servers differ by less than this; only a larger step back is one. */
const STEP_BACK_MS = 2_000;

export const isOver = (status: RunStatus): boolean => status === 'ended' || status === 'stopped';

/** Exact scenario time at an instant; it stands still unless the run is running and stops where the run ends. */
export function scenarioTime(clock: RunClock, wall: Date): number {
  if (clock.status !== 'running') return Math.max(clock.baseAt, clock.tickedTo);
  const elapsed = Math.max(0, wall.getTime() - clock.baseWall.getTime()) / 1000;
  return Math.min(clock.endsAt, Math.max(clock.tickedTo, clock.baseAt + elapsed * clock.rate));
}

/** Lets scenario time go on from `at` at the instant `wall`. */
export function rebase(clock: RunClock, at: number, wall: Date): void {
  clock.baseAt = at;
  clock.baseWall = wall;
}

/** Whether the clock on the wall jumped far ahead since the run was last carried forward. */
export const wasAsleep = (clock: RunClock, wall: Date): boolean =>
  clock.status === 'running' && wall.getTime() - clock.seenAt.getTime() > ASLEEP_AFTER_MS;

/** After the clock on the wall was set back the run goes on from where it was, at its usual pace. */
export function followStepBack(clock: RunClock, wall: Date): void {
  if (clock.status === 'running' && clock.seenAt.getTime() - wall.getTime() > STEP_BACK_MS) {
    rebase(clock, scenarioTime(clock, clock.seenAt), wall);
    clock.seenAt = wall;
  }
}
