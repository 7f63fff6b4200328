import type { DrillClock } from '@readyroom/contract';

/** A clock of a run, and when it was heard by the steady clock of this device, in milliseconds. */
export interface HeardClock extends DrillClock {
  readonly heardAt: number;
}

/** Scenario time in seconds. It stands still unless the run is running. */
export function scenarioNow(clock: HeardClock, now: number): number {
  if (clock.status !== 'running') return clock.at;
  return clock.at + (Math.max(0, now - clock.heardAt) / 1000) * clock.rate;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Local time of day in the scenario: '13:40' and 95 seconds → '13:41', with seconds '13:41:35'. */
export function timeOfDay(startsAt: string, seconds: number, withSeconds = false): string {
  const [hours = 0, minutes = 0] = startsAt.split(':').map(Number);
  const total = hours * 3600 + minutes * 60 + Math.floor(seconds);
  const time = `${two(Math.floor(total / 3600) % 24)}:${two(Math.floor(total / 60) % 60)}`;
  return withSeconds ? `${time}:${two(total % 60)}` : time;
}

/** Milliseconds of real time until a moment of the scenario, at the present pace; never below zero. */
export const realMsUntil = (at: number, clock: HeardClock, now: number): number =>
  Math.max(0, ((at - scenarioNow(clock, now)) / clock.rate) * 1000);

export const isOver = ({ status }: Pick<DrillClock, 'status'>): boolean =>
  status === 'ended' || status === 'stopped';
