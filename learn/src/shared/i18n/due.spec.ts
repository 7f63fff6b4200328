import { dayPart, dueState } from './due.js';

describe('dueState', () => {
  it('when there is no date it should say so', () =>
    expect(dueState(null, '2026-11-22')).toEqual({ kind: 'none' }));
  it('when the day is past it should count the days since', () =>
    expect(dueState('2026-10-31', '2026-11-02')).toEqual({ kind: 'overdue', days: 2 }));
  it('when it is the day itself it should still be in time', () =>
    expect(dueState('2026-11-22', '2026-11-22')).toEqual({ kind: 'today' }));
  it('when the day is near it should count down, across the end of a year', () =>
    expect(dueState('2027-01-02', '2026-12-30')).toEqual({ kind: 'soon', days: 3 }));
  it('when the day is far it should give the date', () =>
    expect(dueState('2026-12-31', '2026-11-22')).toEqual({ kind: 'later', on: '2026-12-31' }));
});

describe('dayPart', () => {
  it.each([
    [4, 'evening'],
    [5, 'morning'],
    [10, 'morning'],
    [11, 'noon'],
    [13, 'afternoon'],
    [18, 'evening'],
    [23, 'evening'],
  ] as const)('when it is %i o’clock it should be %s', (hour, part) => expect(dayPart(hour)).toBe(part));
});
