import { timeOfDay } from './timeOfDay.js';

it.each([
  ['13:40', 95, '13:41', '13:41:35'],
  ['23:30', 3_600, '00:30', '00:30:00'],
  ['09:05', 0, '09:05', '09:05:00'],
])(
  'a scenario that begins at %s should be at the right time after %i seconds',
  (startsAt, seconds, short, long) => {
    expect(timeOfDay(startsAt, seconds)).toBe(short);
    expect(timeOfDay(startsAt, seconds, true)).toBe(long);
  },
);
