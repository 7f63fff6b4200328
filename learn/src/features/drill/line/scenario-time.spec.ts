import { isOver, realMsUntil, scenarioNow, timeOfDay, type HeardClock } from './scenario-time.js';

const clock = (more: Partial<HeardClock> = {}): HeardClock => ({
  status: 'running',
  at: 600,
  rate: 24,
  serverTime: '2026-03-02T01:00:00.000Z',
  heardAt: 10_000,
  ...more,
});

describe('scenarioNow', () => {
  it('when running it should move on at its rate', () => expect(scenarioNow(clock(), 12_500)).toBe(660));
  it.each(['paused', 'lobby', 'ended', 'stopped'] as const)('when %s it should stand still', (status) =>
    expect(scenarioNow(clock({ status }), 99_000)).toBe(600),
  );
  it('should never fall behind what was heard', () => expect(scenarioNow(clock(), 9_000)).toBe(600));
});

describe('timeOfDay', () => {
  it.each([
    ['13:40', 0, '13:40'],
    ['13:40', 95, '13:41'],
    ['23:50', 1_500, '00:15'],
    ['00:00', 72 * 3600 + 61, '00:01'],
  ])('%s and %d seconds should be %s', (startsAt, seconds, time) =>
    expect(timeOfDay(startsAt, seconds)).toBe(time),
  );
  it('should tell the seconds when asked', () => expect(timeOfDay('13:40', 1_512.9, true)).toBe('14:05:12'));
});

describe('realMsUntil', () => {
  it('should count real time, not scenario time', () =>
    expect(realMsUntil(600 + 24 * 50, clock(), 10_000)).toBe(50_000));
  it('when paused it should keep what is left', () =>
    expect(realMsUntil(840, clock({ status: 'paused' }), 500_000)).toBe(10_000));
  it('when the moment is past it should be zero', () => expect(realMsUntil(10, clock(), 10_000)).toBe(0));
});

describe('isOver', () => {
  it('should be so after the end and after an emergency stop', () =>
    expect(
      (['lobby', 'running', 'paused', 'ended', 'stopped'] as const).filter((status) => isOver({ status })),
    ).toEqual(['ended', 'stopped']));
});
