import type { OpinionParameters } from '../constants.js';
import { beginOpinion } from '../state.js';
import { advance, CRISIS, ENDLESS, perMinute, PLAIN, total } from '../testing/storm.js';

/** Reactions minute by minute to so many posts in minute 0 that chance hardly shows. */
function reactionsToPulse(overrides: Partial<OpinionParameters>, posts: number): number[] {
  const input = {
    ...CRISIS,
    population: ENDLESS,
    backgroundPerHour: 0,
    overrides: { ...PLAIN, ...overrides },
  };
  return perMinute(advance(beginOpinion(input, 11), 4_320, [], (m) => (m === 0 ? posts : 0))).slice(1);
}

function halfLife(volume: readonly number[]): number {
  const half = total(volume) / 2;
  let sum = 0;
  return volume.findIndex((x) => (sum += x) >= half) + 1;
}

describe('V2: the life of a single post', () => {
  it.each([
    [0.62, 48],
    [0.85, 48],
  ])(
    'when infectiousness is %d and ageing %d h half should come in 40-110 min, 92 %% in a day',
    (n, ageing) => {
      const volume = reactionsToPulse({ infectiousness: n, ageing }, 200_000);
      expect(halfLife(volume)).toBeGreaterThanOrEqual(40);
      expect(halfLife(volume)).toBeLessThanOrEqual(110);
      expect(total(volume.slice(0, 1_440)) / total(volume)).toBeGreaterThanOrEqual(0.92);
    },
  );

  it('when topics did not age the first day should hold less than 92 %, which is why they do', () => {
    const volume = reactionsToPulse({ infectiousness: 0.62 }, 200_000);
    expect(total(volume.slice(0, 1_440)) / total(volume)).toBeLessThan(0.92);
  });
});

/** Slope of log volume over log time between an hour and a day, in bins of equal width on the log axis. */
function slope(volume: readonly number[]): number {
  const edges = Array.from({ length: 21 }, (_, i) => Math.round(60 * Math.pow(24, i / 20)));
  const points = edges.slice(1).map((end, i) => {
    const start = edges[i]!;
    const rate = total(volume.slice(start - 1, end - 1)) / (end - start);
    return [Math.log((start + end) / 2), Math.log(rate)] as const;
  });
  const mx = total(points.map(([x]) => x)) / points.length;
  const my = total(points.map(([, y]) => y)) / points.length;
  return total(points.map(([x, y]) => (x - mx) * (y - my))) / total(points.map(([x]) => (x - mx) * (x - mx)));
}

describe('V3: relaxation after a pulse', () => {
  it.each([
    [0.01, -1.23],
    [0.1, -1.22],
    [0.62, -1.08],
    [0.8, -0.97],
  ])('when infectiousness is %d the log-log slope should be about %d', (n, expected) => {
    expect(Math.abs(slope(reactionsToPulse({ infectiousness: n }, 3e7)) - expected)).toBeLessThanOrEqual(
      0.03,
    );
  });
});
