import fc from 'fast-check';
import { addDays } from '../../platform/clock/clock.js';
import { everyWeek, mondayOf, weeksBetween } from './weeks.js';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

describe('mondayOf', () => {
  it('when the day is a Monday it should be itself, when a Sunday the Monday before', () => {
    expect(mondayOf('2026-03-02')).toBe('2026-03-02');
    expect(mondayOf('2026-03-08')).toBe('2026-03-02');
    expect(mondayOf('2026-03-01')).toBe('2026-02-23');
  });
});

describe('everyWeek', () => {
  it('when weeks are empty it should still have them, and add up', () => {
    const counted = [
      { weekStart: '2026-03-02', completions: 3 },
      { weekStart: '2026-03-16', completions: 2 },
    ];
    expect(everyWeek(counted, '2026-03-04', '2026-03-22')).toEqual([
      { weekStart: '2026-03-02', completions: 3, total: 3 },
      { weekStart: '2026-03-09', completions: 0, total: 3 },
      { weekStart: '2026-03-16', completions: 2, total: 5 },
    ]);
  });

  it('when the range is empty it should have no weeks', () => {
    expect(everyWeek([], '2026-03-10', '2026-03-01')).toEqual([]);
  });

  it('for any range it should have each Monday once, in order, as many as weeksBetween says', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (from, length) => {
        const to = addDays(from, length);
        const points = everyWeek([], from, to);
        expect(points).toHaveLength(weeksBetween(from, to));
        points.forEach(({ weekStart }, i) => expect(weekStart).toBe(addDays(mondayOf(from), 7 * i)));
        expect(points.at(-1)!.weekStart).toBe(mondayOf(to));
      }),
    );
  });
});
