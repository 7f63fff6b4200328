import type { RenewalPolicy } from '@readyroom/contract';
import { addDays } from '../../platform/clock/clock.js';
import { complete, renewalOf, type Renewal, type ValidPeriod } from './renewal.js';

/** Chance from a seed, the same on every machine. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const DAY = 86_400_000;
const daysBetween = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / DAY;

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Pacific/Kiritimati', 'Pacific/Niue'];
const policies: RenewalPolicy[] = (['fixed', 'rolling'] as const).flatMap((anchor) => [
  { validityMonths: 12, windowDays: 60, graceDays: 14, anchor },
  { validityMonths: 6, windowDays: 30, graceDays: 0, anchor },
  { validityMonths: 1, windowDays: 7, graceDays: 3, anchor },
  { validityMonths: 24, windowDays: 365, graceDays: 90, anchor },
]);

/** As `dayIn`, with one formatter a zone: it is asked half a million times. */
const formats = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  ]),
);
/** Day and minute of the day that clocks in the zone show. */
function shownIn(zone: string, instant: number): { day: string; minute: number } {
  const [day, time] = formats.get(zone)!.format(instant).split(', ') as [string, string];
  return { day, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) };
}

interface Life {
  readonly policy: RenewalPolicy;
  readonly zone: string;
  readonly periods: {
    readonly period: ValidPeriod;
    readonly completedOn: string;
    readonly inTime: boolean;
  }[];
}

/** Ten thousand people over three years that hold a leap day: most renew in time, some late, some give up for a while. */
function live(person: number, until: string): Life {
  const random = chance(person * 7919 + 1);
  const policy = policies[person % policies.length]!;
  const zone = ZONES[person % ZONES.length]!;
  // The first certification falls on any instant of the first half year; the day is the one that it is in that zone.
  let instant = Date.parse('2027-07-01T00:00:00Z') + Math.floor(random() * 183 * DAY);
  let completedOn = shownIn(zone, instant).day;
  let period = complete(policy, null, completedOn);
  const periods: Life['periods'] = [{ period, completedOn, inTime: true }];
  for (;;) {
    const { opensOn, dueOn }: Renewal = renewalOf(policy, period)!;
    const inTime = random() < 0.8;
    const span = inTime ? daysBetween(opensOn, dueOn) : policy.graceDays * 2 + 10;
    const from = inTime ? opensOn : addDays(dueOn, 1);
    const day = addDays(from, Math.floor(random() * (span + 1)));
    // At any hour of that day where they are, the first and the last minute included.
    const minute = [0, 1439, Math.floor(random() * 1440)][person % 3]!;
    instant = instantOf(zone, day, minute);
    completedOn = shownIn(zone, instant).day;
    if (completedOn !== day) throw new Error(`${zone}: ${completedOn} is not ${day}`);
    if (completedOn > until) return { policy, zone, periods };
    period = complete(policy, period, completedOn);
    periods.push({ period, completedOn, inTime });
  }
}

/** An instant that has this day and about this minute on the clocks of the zone. */
function instantOf(zone: string, day: string, minute: number): number {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const shown = shownIn(zone, noon);
  const offset = daysBetween(day, shown.day) * 1440 + shown.minute - 720;
  const guess = Date.parse(`${day}T00:00:00Z`) + (minute - offset) * 60_000;
  // On the day on which the clocks change the offset of noon may be an hour off at midnight.
  const off = daysBetween(shownIn(zone, guess).day, day);
  return guess + off * 3_600_000;
}

describe('ten thousand people over three years', () => {
  const lives: Life[] = [];
  beforeAll(() => {
    for (let person = 0; person < 10_000; person++) lives.push(live(person, '2030-07-01'));
  });

  const renewals = () =>
    lives.flatMap(({ policy, periods }) =>
      periods.slice(1).map((next, n) => ({ policy, previous: periods[n]!, next })),
    );

  it('should leave nobody who finishes inside the window a day without cover', () => {
    let seen = 0;
    for (const { previous, next } of renewals()) {
      if (!next.inTime) continue;
      seen++;
      if (next.period.validFrom !== addDays(previous.period.validUntil!, 1))
        throw new Error(`${next.completedOn}: ${JSON.stringify([previous.period, next.period])}`);
    }
    expect(seen).toBeGreaterThan(20_000);
  });

  it('should never shorten what somebody has by finishing early', () => {
    for (const { policy, previous, next } of renewals()) {
      if (!next.inTime) continue;
      const last = complete(policy, previous.period, previous.period.validUntil!);
      if (next.period.validUntil! < last.validUntil!) throw new Error(`${next.completedOn} shortens`);
    }
  });

  it('should cover every day from the first certification on, but for those on which somebody was late', () => {
    for (const { periods } of lives) {
      for (const [n, { period, completedOn, inTime }] of periods.entries()) {
        const before = periods[n - 1]?.period.validUntil;
        const sound =
          period.validFrom <= period.validUntil! &&
          completedOn <= period.validFrom &&
          (!before || period.validFrom > before) &&
          (!before || inTime || period.validFrom === completedOn);
        if (!sound) throw new Error(JSON.stringify(periods));
      }
    }
  });

  it('should leave earlier periods as they were', () => {
    for (const { policy, periods } of lives.filter((_, n) => n % 10 === 0)) {
      // Reckoned again from the first day on, each period comes out as it was written then.
      let period: ValidPeriod | null = null;
      for (const then of periods) {
        period = complete(policy, period, then.completedOn);
        expect(period).toEqual(then.period);
      }
    }
  });

  it('should have met the leap day, changes of the clocks, both anchors and every zone', () => {
    const all = lives.flatMap(({ periods }) => periods);
    const days = new Set(all.flatMap(({ period }) => [period.validFrom, period.validUntil]));
    expect(days.has('2028-02-29')).toBe(true);
    expect(new Set(lives.map(({ zone }) => zone)).size).toBe(ZONES.length);
    expect(all.some(({ completedOn }) => completedOn === '2028-03-12')).toBe(true);
    expect(renewals().some(({ policy, next }) => policy.anchor === 'fixed' && !next.inTime)).toBe(true);
  });
});
