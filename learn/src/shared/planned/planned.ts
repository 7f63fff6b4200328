import type { MyCalendar } from '@readyroom/contract';

export type Planned = MyCalendar['items'][number];

const MINUTE_MS = 60_000;

/**
 * What is still to come, by time; what is called off stays until its time. A drill whose lobby is open is among the
 * drills themselves, so it is left out here. A copy from the device may be old.
 */
export const stillPlanned = (items: readonly Planned[], now: number): Planned[] =>
  items
    .filter(
      ({ state, plannedAt, minutes }) =>
        state !== 'run_created' && Date.parse(plannedAt) + minutes * MINUTE_MS > now,
    )
    .sort((a, b) => Date.parse(a.plannedAt) - Date.parse(b.plannedAt));

/** The entry of one drill for the calendar of the device. */
export const entryHref = ({ occurrenceId }: Planned): string => `/api/learn/calendar/${occurrenceId}/file`;
