import { addDays } from '../shared/format.js';

/** A day with a time of day, as the clocks of a zone show it. */
export interface Wall {
  day: string;
  time: string;
}

const wallAt = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone })
    .format(instant)
    .replace(' ', 'T');

export function wallOf(instant: string, timeZone: string): Wall {
  const [day, time] = wallAt(Date.parse(instant), timeZone).split('T') as [string, string];
  return { day, time };
}

/** Every instant at which the clocks of the zone show that: none where they leave it out, two where it comes twice. */
export function instantsAt({ day, time }: Wall, timeZone: string): string[] {
  const wanted = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(wanted)) return [];
  const offsets = [-86_400_000, 0, 86_400_000].map((away) => {
    const instant = wanted + away;
    return Date.parse(`${wallAt(instant, timeZone)}Z`) - Math.floor(instant / 60_000) * 60_000;
  });
  return [...new Set(offsets)]
    .map((offset) => wanted - offset)
    .filter((instant) => wallAt(instant, timeZone) === `${day}T${time}`)
    .sort((a, b) => a - b)
    .map((instant) => new Date(instant).toISOString());
}

export interface ShiftDraft {
  day: string;
  start: string;
  end: string;
}
export type DraftFault = 'incomplete' | 'start_skipped' | 'end_skipped';

export const endsNextDay = ({ start, end }: ShiftDraft): boolean =>
  start !== '' && end !== '' && end <= start;

/**
 * When the shift really is: an end that is not after the start is on the next day; of a time that comes twice the start takes the first
 * and the end the second, as in rosters from files.
 */
export function timesOf(
  draft: ShiftDraft,
  timeZone: string,
): { startsAt: string; endsAt: string } | { fault: DraftFault } {
  const { day, start, end } = draft;
  if (!day || !start || !end) return { fault: 'incomplete' };
  const startsAt = instantsAt({ day, time: start }, timeZone)[0];
  if (!startsAt) return { fault: 'start_skipped' };
  const endsAt = instantsAt({ day: endsNextDay(draft) ? addDays(day, 1) : day, time: end }, timeZone).at(-1);
  return endsAt ? { startsAt, endsAt } : { fault: 'end_skipped' };
}

export function draftOf(shift: { startsAt: string; endsAt: string }, timeZone: string): ShiftDraft {
  const [start, end] = [wallOf(shift.startsAt, timeZone), wallOf(shift.endsAt, timeZone)];
  return { day: start.day, start: start.time, end: end.time };
}

/** Monday of the week that a day is in. */
export const mondayOf = (day: string): string =>
  addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
export const daysOf = (monday: string): string[] => [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n));

/** From the first midnight to the one after the last day; where a zone skips midnight, the moment clocks go on. */
export function spanOf(monday: string, timeZone: string): { from: string; to: string } {
  const begin = (day: string): string =>
    instantsAt({ day, time: '00:00' }, timeZone)[0] ?? instantsAt({ day, time: '01:00' }, timeZone)[0]!;
  return { from: begin(monday), to: begin(addDays(monday, 7)) };
}
