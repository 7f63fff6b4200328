import { draftOf, endsNextDay, instantsAt, mondayOf, spanOf, timesOf } from './week.js';

const BERLIN = 'Europe/Berlin';
const hours = (draft: Parameters<typeof timesOf>[0], zone: string) => {
  const times = timesOf(draft, zone);
  return 'fault' in times ? times.fault : (Date.parse(times.endsAt) - Date.parse(times.startsAt)) / 3_600_000;
};

describe('A shift by the clocks of a zone', () => {
  it('should be where the clocks show it, and come back from there', () => {
    const draft = { day: '2026-11-30', start: '22:00', end: '06:00' };
    const times = timesOf(draft, 'Asia/Shanghai');
    expect(times).toEqual({ startsAt: '2026-11-30T14:00:00.000Z', endsAt: '2026-11-30T22:00:00.000Z' });
    expect(draftOf(times as { startsAt: string; endsAt: string }, 'Asia/Shanghai')).toEqual(draft);
    expect(endsNextDay(draft)).toBe(true);
  });

  it.each([
    ['forward', { day: '2026-03-28', start: '22:00', end: '06:00' }, 7],
    ['back', { day: '2026-10-24', start: '22:00', end: '06:00' }, 9],
    ['back, ending in the hour that comes twice', { day: '2026-10-24', start: '22:00', end: '02:30' }, 5.5],
    ['back, beginning in it', { day: '2026-10-25', start: '02:30', end: '06:00' }, 4.5],
    [
      'forward, beginning in the hour that is left out',
      { day: '2026-03-29', start: '02:30', end: '10:00' },
      'start_skipped',
    ],
    ['forward, ending in it', { day: '2026-03-28', start: '20:00', end: '02:30' }, 'end_skipped'],
    ['not, for a day of duty', { day: '2026-11-30', start: '08:00', end: '08:00' }, 24],
    ['not, unfinished', { day: '2026-03-28', start: '', end: '20:00' }, 'incomplete'],
  ])('when clocks go %s it should count real hours or say what is wrong', (_what, draft, found) => {
    expect(hours(draft, BERLIN)).toBe(found);
  });

  it('should find times that come twice, once, never, and in zones half an hour off', () => {
    expect(instantsAt({ day: '2026-10-25', time: '02:30' }, BERLIN)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
    expect(instantsAt({ day: '2026-10-25', time: '03:30' }, BERLIN)).toEqual(['2026-10-25T02:30:00.000Z']);
    expect(instantsAt({ day: '2026-03-29', time: '02:30' }, BERLIN)).toEqual([]);
    expect(instantsAt({ day: '2026-11-30', time: '09:00' }, 'Asia/Kolkata')).toEqual([
      '2026-11-30T03:30:00.000Z',
    ]);
  });

  it('should have weeks from Monday, an hour shorter or longer where clocks change', () => {
    expect([mondayOf('2026-11-29'), mondayOf('2026-11-30'), mondayOf('2026-12-06')]).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-11-30',
    ]);
    const long = ({ from, to }: { from: string; to: string }) =>
      (Date.parse(to) - Date.parse(from)) / 3_600_000;
    expect(long(spanOf('2026-11-30', 'Asia/Shanghai'))).toBe(168);
    expect(long(spanOf('2026-03-23', BERLIN))).toBe(167);
    expect(long(spanOf('2026-10-19', BERLIN))).toBe(169);
  });
});
