import fc from 'fast-check';
import {
  ASLEEP_AFTER_MS,
  followStepBack,
  rebase,
  scenarioTime,
  wasAsleep,
  type RunClock,
} from './drill-clock.js';

const BEGAN = new Date('2026-03-02T01:00:00.000Z');
const later = (ms: number): Date => new Date(BEGAN.getTime() + ms);
const clock = (more: Partial<RunClock> = {}): RunClock => ({
  status: 'running',
  baseAt: 0,
  baseWall: BEGAN,
  rate: 10,
  endsAt: 3_600,
  tickedTo: 0,
  seenAt: BEGAN,
  ...more,
});

describe('scenarioTime', () => {
  it.each([
    ['in the lobby', clock({ status: 'lobby' }), 60_000, 0],
    ['while running', clock(), 60_000, 600],
    ['while paused', clock({ status: 'paused', baseAt: 90 }), 60_000, 90],
    ['after the end of the scenario', clock(), 3_600_000, 3_600],
    ['before the base', clock({ baseAt: 50 }), -60_000, 50],
    ['when the run is further already', clock({ tickedTo: 700 }), 60_000, 700],
    ['between two seconds', clock(), 150, 1.5],
  ])('%s', (_, given, ms, expected) => {
    expect(scenarioTime(given, later(ms))).toBe(expected);
  });

  it('should never fall, however the wall clock goes, as long as the run is carried forward', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10_000, max: 10_000 })), (steps) => {
        const given = clock();
        let wall = 0;
        let before = 0;
        for (const ms of steps) {
          wall += ms;
          followStepBack(given, later(wall));
          const at = scenarioTime(given, later(wall));
          expect(at).toBeGreaterThanOrEqual(before);
          given.tickedTo = Math.floor(at);
          given.seenAt = later(wall);
          before = Math.floor(at);
        }
      }),
    );
  });

  it('should go on from where it was when the pace changes', () => {
    const given = clock();
    rebase(given, scenarioTime(given, later(1_000)), later(1_000));
    given.rate = 60;
    expect(scenarioTime(given, later(2_000))).toBe(70);
  });
});

describe('wasAsleep', () => {
  it('should notice a gap only while running', () => {
    expect(wasAsleep(clock(), later(ASLEEP_AFTER_MS))).toBe(false);
    expect(wasAsleep(clock(), later(ASLEEP_AFTER_MS + 1))).toBe(true);
    expect(wasAsleep(clock({ status: 'paused' }), later(ASLEEP_AFTER_MS + 1))).toBe(false);
  });
});
