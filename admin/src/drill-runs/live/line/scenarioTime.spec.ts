import { minutesAndSeconds, minutesBehind, scenarioNow, type HeardClock } from './scenarioTime.js';

const clock = (change: Partial<HeardClock> = {}): HeardClock => ({
  status: 'running',
  at: 600,
  rate: 8,
  serverTime: '2026-11-27T10:10:00.000Z',
  heardAt: 1_000,
  ...change,
});

describe('scenario time', () => {
  it('should go on at the pace of the run', () => {
    expect(scenarioNow(clock(), 3_500)).toBe(620);
  });

  it.each(['lobby', 'paused', 'ended', 'stopped'] as const)('should stand still while %s', (status) => {
    expect(scenarioNow(clock({ status }), 60_000)).toBe(600);
  });

  it('should not go back when a clock was heard in the future', () => {
    expect(scenarioNow(clock(), 0)).toBe(600);
  });
});

describe('against the plan', () => {
  const plan = { startedAt: '2026-11-27T10:00:00.000Z', planRate: 8 };

  it('should count what a run has lasted longer than its scenario time takes', () => {
    // Ten minutes have passed; ten scenario minutes take 1.25 of them.
    expect(minutesBehind(clock(), 1_000, plan)).toBe(9);
  });

  it('should be below zero after a jump ahead', () => {
    expect(minutesBehind(clock({ at: 9_600 }), 1_000, plan)).toBe(-10);
  });

  it('should grow while the run is paused', () => {
    const paused = clock({ status: 'paused', at: 4_800 });
    expect(minutesBehind(paused, 1_000, plan)).toBe(0);
    expect(minutesBehind(paused, 1_000 + 5 * 60_000, plan)).toBe(5);
  });

  it('should say nothing before the start', () => {
    expect(minutesBehind(clock(), 1_000, { ...plan, startedAt: null })).toBeNull();
    expect(minutesBehind(clock(), 1_000, { ...plan, planRate: null })).toBeNull();
  });
});

it.each([
  [754, '12:34'],
  [59.2, '1:00'],
  [-3, '0:00'],
])('%s seconds should read %s', (seconds, text) => {
  expect(minutesAndSeconds(seconds)).toBe(text);
});
