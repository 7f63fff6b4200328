import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { occurrencesBetween, unfit, type PlanRule } from './occurrences.js';

const EVERY_DAY = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' };
const OFFICE = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };

const rule = (more: Partial<PlanRule>): PlanRule => ({
  timeZone: 'Asia/Shanghai',
  startsAt: '2026-03-02T10:00',
  rrule: null,
  hours: EVERY_DAY,
  blackout: [],
  noNoticeDays: null,
  seed: 7,
  ...more,
});
const between = (more: Partial<PlanRule>, from: string, to: string) =>
  occurrencesBetween(rule(more), new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
const instants = (...of: Parameters<typeof between>) =>
  between(...of).map(({ plannedAt }) => plannedAt.toISOString().slice(0, 16));

describe('Occurrences over changes of the clock', () => {
  it.each([
    [
      'Europe/Berlin, spring',
      { timeZone: 'Europe/Berlin', startsAt: '2026-03-23T10:00', rrule: 'FREQ=WEEKLY;COUNT=2' },
      ['2026-03-23T09:00', '2026-03-30T08:00'],
    ],
    [
      'Europe/Berlin, autumn',
      { timeZone: 'Europe/Berlin', startsAt: '2026-10-19T10:00', rrule: 'FREQ=WEEKLY;COUNT=2' },
      ['2026-10-19T08:00', '2026-10-26T09:00'],
    ],
    [
      'Europe/Berlin, an hour that is skipped',
      { timeZone: 'Europe/Berlin', startsAt: '2026-03-28T02:30', rrule: 'FREQ=DAILY;COUNT=3' },
      ['2026-03-28T01:30', '2026-03-29T01:30', '2026-03-30T00:30'],
    ],
    [
      'Europe/Berlin, an hour that comes twice',
      { timeZone: 'Europe/Berlin', startsAt: '2026-10-24T02:30', rrule: 'FREQ=DAILY;COUNT=3' },
      ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30'],
    ],
    [
      'America/New_York, spring',
      { timeZone: 'America/New_York', startsAt: '2026-03-07T09:00', rrule: 'FREQ=DAILY;COUNT=2' },
      ['2026-03-07T14:00', '2026-03-08T13:00'],
    ],
    [
      'America/New_York, autumn',
      { timeZone: 'America/New_York', startsAt: '2026-10-31T09:00', rrule: 'FREQ=DAILY;COUNT=2' },
      ['2026-10-31T13:00', '2026-11-01T14:00'],
    ],
    [
      'Australia/Lord_Howe, half an hour, autumn there',
      { timeZone: 'Australia/Lord_Howe', startsAt: '2026-04-04T09:00', rrule: 'FREQ=DAILY;COUNT=2' },
      ['2026-04-03T22:00', '2026-04-04T22:30'],
    ],
    [
      'Australia/Lord_Howe, half an hour that is skipped',
      { timeZone: 'Australia/Lord_Howe', startsAt: '2026-10-03T02:15', rrule: 'FREQ=DAILY;COUNT=2' },
      ['2026-10-02T15:45', '2026-10-03T15:45'],
    ],
    [
      'Asia/Shanghai, which has no daylight saving',
      { timeZone: 'Asia/Shanghai', startsAt: '2026-03-28T10:00', rrule: 'FREQ=MONTHLY;COUNT=3' },
      ['2026-03-28T02:00', '2026-04-28T02:00', '2026-05-28T02:00'],
    ],
  ])('%s', (_, more, expected) => {
    expect(instants(more, '2026-01-01', '2027-01-01')).toEqual(expected);
  });
});

describe('Occurrences of the calendar', () => {
  it('should hold 29 February in leap years only', () => {
    const days = instants({ startsAt: '2024-02-29T10:00', rrule: 'FREQ=YEARLY' }, '2024-01-01', '2037-01-01');
    expect(days).toEqual(['2024-02-29T02:00', '2028-02-29T02:00', '2032-02-29T02:00', '2036-02-29T02:00']);
  });

  it('should leave out months without a 31st, or take their last day when asked', () => {
    const start = { startsAt: '2026-01-31T10:00' };
    const days = (rrule: string) =>
      between({ ...start, rrule }, '2026-01-01', '2026-06-01').map(({ recurrenceId }) => recurrenceId);
    expect(days('FREQ=MONTHLY')).toEqual(['2026-01-31', '2026-03-31', '2026-05-31']);
    expect(days('FREQ=MONTHLY;BYMONTHDAY=-1')).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ]);
  });

  it('should end on the day of UNTIL and after COUNT, wherever one looks from', () => {
    const until = { rrule: 'FREQ=DAILY;UNTIL=20260305T000000Z' };
    expect(instants(until, '2026-01-01', '2027-01-01')).toHaveLength(4);
    expect(instants({ rrule: 'FREQ=DAILY;COUNT=5' }, '2026-03-05', '2027-01-01')).toEqual([
      '2026-03-05T02:00',
      '2026-03-06T02:00',
    ]);
  });

  it('should be one moment when there is no rule', () => {
    expect(between({}, '2026-01-01', '2027-01-01')).toMatchObject([{ recurrenceId: 'once', moved: null }]);
    expect(between({}, '2026-03-03', '2027-01-01')).toEqual([]);
  });
});

describe('Moving into working hours', () => {
  const moved = (more: Partial<PlanRule>) =>
    between({ hours: OFFICE, ...more }, '2026-02-01', '2027-01-01').map((one) => [
      one.plannedAt.toISOString().slice(0, 16),
      one.moved,
    ]);

  it.each([
    ['too early: to the beginning of that day', '2026-03-02T07:30', [], ['2026-03-02T01:00', 'hours']],
    ['too late: to the beginning of the next', '2026-03-02T18:00', [], ['2026-03-03T01:00', 'hours']],
    ['a Saturday: to Monday, same time', '2026-03-07T10:00', [], ['2026-03-09T02:00', 'day_off']],
    ['too late on Friday: to Monday', '2026-03-06T20:00', [], ['2026-03-09T01:00', 'day_off']],
    [
      'blacked out: to the next free day',
      '2026-03-05T10:00',
      ['2026-03-05', '2026-03-06'],
      ['2026-03-09T02:00', 'blackout'],
    ],
    ['fits: not at all', '2026-03-05T17:59', [], ['2026-03-05T09:59', null]],
  ])('%s', (_, startsAt, blackout, expected) => {
    expect(moved({ startsAt, blackout })).toEqual([expected]);
  });

  it('should leave out what moves onto a day that has an occurrence anyway', () => {
    expect(moved({ rrule: 'FREQ=DAILY;COUNT=8' }).map(([at]) => at)).toEqual(
      ['02', '03', '04', '05', '06', '09'].map((day) => `2026-03-${day}T02:00`),
    );
    expect(moved({ startsAt: '2026-03-02T20:00', rrule: 'FREQ=DAILY;COUNT=3' })).toHaveLength(3);
  });

  it('should leave out what finds no free day within a month', () => {
    const blackout = Array.from({ length: 60 }, (_, i) =>
      Temporal.PlainDate.from('2026-03-01').add({ days: i }).toString(),
    );
    expect(moved({ blackout })).toEqual([]);
  });

  it('should tell why a chosen moment is unfit', () => {
    const hours = rule({ hours: OFFICE, blackout: ['2026-03-05'] });
    const at = (iso: string) => unfit(hours, new Date(iso));
    expect(at('2026-03-05T02:00:00Z')).toBe('blackout');
    expect(at('2026-03-07T02:00:00Z')).toBe('day_off');
    expect(at('2026-03-04T10:00:00Z')).toBe('hours');
    expect(at('2026-03-04T09:59:00Z')).toBeNull();
  });
});

describe('Every plan', () => {
  const day = fc
    .integer({ min: 0, max: 700 })
    .map((n) => Temporal.PlainDate.from('2026-01-01').add({ days: n }).toString());
  const plans = fc
    .record({
      timeZone: fc.constantFrom(
        'Europe/Berlin',
        'America/New_York',
        'Australia/Lord_Howe',
        'Asia/Shanghai',
        'UTC',
      ),
      startsAt: fc
        .tuple(day, fc.integer({ min: 0, max: 23 }))
        .map(([on, hour]) => `${on}T${String(hour).padStart(2, '0')}:15`),
      rrule: fc.constantFrom(
        null,
        'FREQ=DAILY',
        'FREQ=WEEKLY;BYDAY=SA,MO',
        'FREQ=MONTHLY;BYMONTHDAY=31',
        'FREQ=YEARLY',
      ),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: fc.integer({ min: 4, max: 12 }),
      length: fc.integer({ min: 1, max: 8 }),
      blackout: fc.array(day, { maxLength: 40 }),
      noNoticeDays: fc.option(fc.integer({ min: 1, max: 31 })),
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    })
    .map(({ days, from, length, ...more }) =>
      rule({
        ...more,
        hours: {
          days,
          from: `${String(from).padStart(2, '0')}:00`,
          to: `${String(from + length).padStart(2, '0')}:00`,
        },
      }),
    );
  const start = new Date('2026-06-01T00:00:00Z');
  const end = new Date('2026-10-01T00:00:00Z');

  it('should be in order, inside what was asked, in working hours, on no blacked-out day, each recurrence once', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const found = occurrencesBetween(plan, start, end);
        for (const [i, { plannedAt }] of found.entries()) {
          expect(plannedAt >= start && plannedAt < end).toBe(true);
          expect(unfit(plan, plannedAt)).toBeNull();
          if (i > 0) expect(plannedAt >= found[i - 1]!.plannedAt).toBe(true);
        }
        expect(new Set(found.map(({ recurrenceId }) => recurrenceId)).size).toBe(found.length);
      }),
    );
  });

  it('should be the same again, and the same in two halves', () => {
    const middle = new Date('2026-08-01T00:00:00Z');
    fc.assert(
      fc.property(plans, (plan) => {
        const whole = occurrencesBetween(plan, start, end);
        const halves = [...occurrencesBetween(plan, start, middle), ...occurrencesBetween(plan, middle, end)];
        expect(halves).toEqual(whole);
      }),
    );
  });

  it('without notice it should lie within its days, and elsewhere for another seed', () => {
    const plan = rule({ rrule: 'FREQ=MONTHLY', hours: OFFICE, noNoticeDays: 10, timeZone: 'Europe/Berlin' });
    const found = occurrencesBetween(
      plan,
      new Date('2026-03-01T00:00:00Z'),
      new Date('2028-03-01T00:00:00Z'),
    );
    expect(found.length).toBeGreaterThan(20);
    for (const { recurrenceId, plannedAt } of found) {
      const held = Temporal.Instant.fromEpochMilliseconds(plannedAt.getTime())
        .toZonedDateTimeISO('Europe/Berlin')
        .toPlainDate();
      const after = Temporal.PlainDate.from(recurrenceId).until(held).days;
      expect(after >= 0 && after < 10).toBe(true);
    }
    const other = occurrencesBetween(
      { ...plan, seed: 8 },
      new Date('2026-03-01T00:00:00Z'),
      new Date('2028-03-01T00:00:00Z'),
    );
    expect(other.map(({ plannedAt }) => plannedAt)).not.toEqual(found.map(({ plannedAt }) => plannedAt));
  });
});
