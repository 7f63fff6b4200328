import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { addDays, dayIn } from '../../../platform/clock/clock.js';
import { daysOf } from './recurrence-rule.js';

/** Weekdays as in ISO 8601: 1 is Monday. A drill may begin from `from` until just before `to`. */
export interface WorkingHours {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** When a schedule wants its drills, by the wall clock of its zone. */
export interface PlanRule {
  readonly timeZone: string;
  /** YYYY-MM-DDTHH:MM */
  readonly startsAt: string;
  /** Null: once. */
  readonly rrule: string | null;
  readonly hours: WorkingHours;
  readonly blackout: readonly string[];
  /** The drill comes unannounced, some time in that many days from the day of the rule on. */
  readonly noNoticeDays: number | null;
  readonly seed: number;
}

export type Moved = 'hours' | 'day_off' | 'blackout' | 'drawn';

export interface PlannedMoment {
  /** The day that the rule named, or `once`: what stays when the moment moves. */
  readonly recurrenceId: string;
  /** When it would be by the rule alone. */
  readonly recurrenceAt: Date;
  readonly plannedAt: Date;
  /** Why it is not then. */
  readonly moved: Moved | null;
}

/** No free day within this time: the occurrence is left out. */
const LOOK_AHEAD_DAYS = 31;
/** A draw or a move carries a moment no further than this from its day. */
const REACH_DAYS = 64;

/**
 * The moments planned from `from` until before `to`, at most `limit`, in order.
 *
 * A time before the working hours moves to their beginning, one after them to the beginning on the next day. A day that
 * is not a working day or is blacked out gives way to the next that is neither; when that day has an occurrence anyway,
 * the moved one is left out. Wall-clock times stay over changes of daylight saving; a time that the clocks skip is held
 * as much later as they skip, one that comes twice is held the first time.
 */
export function occurrencesBetween(rule: PlanRule, from: Date, to: Date, limit = Infinity): PlannedMoment[] {
  const [startDay, time] = rule.startsAt.split('T') as [string, string];
  const first = addDays(dayIn(rule.timeZone, from), -REACH_DAYS);
  const last = addDays(dayIn(rule.timeZone, to), 1);
  const days =
    rule.rrule === null
      ? [startDay]
      : daysOf(rule.rrule, startDay, first < startDay ? startDay : first, last);
  const settled = rule.noNoticeDays === null ? settle(rule, days, time) : draw(rule, days);
  return settled
    .map(({ day, at, moved }) => ({
      recurrenceId: rule.rrule === null ? 'once' : day,
      recurrenceAt: instant(rule.timeZone, day, time),
      plannedAt: instant(rule.timeZone, at.day, at.time),
      moved,
    }))
    .filter(({ plannedAt }) => plannedAt >= from && plannedAt < to)
    .sort((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime())
    .slice(0, limit);
}

/** Why a moment is against the rules of a schedule, or null. For moments that people choose themselves. */
export function unfit(
  rule: Pick<PlanRule, 'timeZone' | 'hours' | 'blackout'>,
  moment: Date,
): Exclude<Moved, 'drawn'> | null {
  const local = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(rule.timeZone);
  const day = local.toPlainDate().toString();
  if (rule.blackout.includes(day)) return 'blackout';
  if (!rule.hours.days.includes(local.dayOfWeek)) return 'day_off';
  const time = local.toPlainTime().toString().slice(0, 5);
  return time < rule.hours.from || time >= rule.hours.to ? 'hours' : null;
}

interface Settled {
  day: string;
  at: { day: string; time: string };
  moved: Moved | null;
}

function settle(rule: PlanRule, days: readonly string[], wanted: string): Settled[] {
  const { from, to } = rule.hours;
  const late = wanted >= to;
  const time = late || wanted < from ? from : wanted;
  const shift = late ? 1 : 0;
  const own = new Set(days.map((day) => addDays(day, shift)));
  const taken = new Set<string>();
  const settled: Settled[] = [];
  for (const day of days) {
    const base = addDays(day, shift);
    const held = nextOpenDay(rule, base);
    if (held === null || (held !== base && (own.has(held) || taken.has(held)))) continue;
    taken.add(held);
    const byDay = rule.blackout.includes(base) ? 'blackout' : 'day_off';
    settled.push({
      day,
      at: { day: held, time },
      moved: held === base ? (time === wanted && !late ? null : 'hours') : byDay,
    });
  }
  return settled;
}

/** The moment depends on the seed and the day of the rule alone, so planning again draws the same. */
function draw(rule: PlanRule, days: readonly string[]): Settled[] {
  const { from, to } = rule.hours;
  const length = minutesOf(to) - minutesOf(from);
  return days.flatMap((day) => {
    const open = Array.from({ length: rule.noNoticeDays! }, (_, i) => addDays(day, i)).filter((one) =>
      isOpen(rule, one),
    );
    if (open.length === 0) return [];
    const drawn = number(`${rule.seed}/${day}`) % (open.length * length);
    const minute = minutesOf(from) + (drawn % length);
    const at = { day: open[Math.floor(drawn / length)]!, time: timeOf(minute) };
    return [{ day, at, moved: 'drawn' as const }];
  });
}

const isOpen = ({ hours, blackout }: PlanRule, day: string): boolean =>
  hours.days.includes(Temporal.PlainDate.from(day).dayOfWeek) && !blackout.includes(day);

function nextOpenDay(rule: PlanRule, day: string): string | null {
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const candidate = addDays(day, ahead);
    if (isOpen(rule, candidate)) return candidate;
  }
  return null;
}

const instant = (timeZone: string, day: string, time: string): Date =>
  new Date(
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
      .epochMilliseconds,
  );

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const number = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0);
