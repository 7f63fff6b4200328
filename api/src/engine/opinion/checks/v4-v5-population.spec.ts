import fc from 'fast-check';
import { branch, poisson, stream } from '../../random/index.js';
import { drawInfluence } from '../influence.js';
import { beginOpinion } from '../state.js';
import { KERNEL_TABLE } from '../tables/kernel-table.js';
import { advance, breaking, CRISIS, ENDLESS, perMinute, PLAIN, total } from '../testing/storm.js';

const MASS = total(KERNEL_TABLE) / 1e9;

describe('V4: stationary storm', () => {
  it.each([0.4, 0.62])(
    'when the kernel is taken as whole and n is %d that share should come from within, in clusters of 1/(1-n)',
    (n) => {
      // As long a run-up as the kernel's memory, twice, so that the sum has settled.
      const [runUp, measured] = [8_640, 30_240];
      const state = beginOpinion(
        {
          ...CRISIS,
          population: ENDLESS,
          backgroundPerHour: 600,
          overrides: { ...PLAIN, infectiousness: n / MASS },
        },
        4,
      );
      advance(state, runUp + measured, [], () => 0);
      const rate = total(perMinute(state).slice(runUp)) / measured;
      const cluster = rate / 10;
      expect(Math.abs(1 - 1 / cluster - n)).toBeLessThanOrEqual(0.03);
      expect(Math.abs(cluster * (1 - n) - 1)).toBeLessThanOrEqual(0.05);
    },
  );
});

/** Hawkes without a population, written down from its definition. */
function plainHawkes(seed: number, minutes: number, n: number, attribution: number): number[] {
  const order = ['hostile', 'questioning', 'supportive'] as const;
  const hostile = 0.1 + 0.8 * attribution;
  const supportive = 0.25 * (1 - attribution);
  const shares = [hostile, 1 - hostile - supportive, supportive];
  const weights: number[][] = [[], [], []];
  return Array.from({ length: minutes }, (_, minute) => {
    const sums = weights.map((w) => total(w.map((x, m) => x * KERNEL_TABLE[minute - m - 1]!)) / 1e12);
    const all = sums[0]! + sums[1]! + sums[2]!;
    const outside = CRISIS.backgroundPerHour / 60 + breaking(minute);
    return total(
      order.map((stance, k) => {
        const lambda = shares[k]! * (outside + n * 0.5 * all) + n * 0.5 * sums[k]!;
        const posts = poisson(branch(stream(seed, `posts:${stance}`), minute), lambda);
        weights[k]!.push(drawInfluence(branch(stream(seed, `influence:${stance}`), minute), posts));
        return posts;
      }),
    );
  });
}

describe('V5: finite population', () => {
  it('when the storm is large no more accounts should post than there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }),
        fc.integer({ min: 0, max: 2 ** 32 }),
        fc.double({ min: 0, max: 1_000, noNaN: true }),
        (population, seed, outside) => {
          const input = { ...CRISIS, population, overrides: { infectiousness: 0.85, loyalty: 0.7 } };
          const state = advance(beginOpinion(input, seed), 240, [], () => outside);
          expect(state.total).toBe(total(perMinute(state)));
          expect(state.total).toBeLessThanOrEqual(population);
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });

  it('when everybody has posted nobody should post any more', () => {
    const state = advance(beginOpinion({ ...CRISIS, population: 500 }, 3), 60, [], () => 100);
    expect(state.total).toBe(500);
    expect(total(perMinute(advance(state, 120)).slice(60))).toBe(0);
  });

  it('when the population is endless the path should equal plain Hawkes with the same seed', () => {
    const input = { ...CRISIS, population: ENDLESS, overrides: { ...PLAIN, infectiousness: 0.62 } };
    for (const seed of [1, 2, 3])
      expect(perMinute(advance(beginOpinion(input, seed), 720))).toEqual(plainHawkes(seed, 720, 0.62, 0.8));
  });

  it('when fewer accounts are left posts should bring about fewer reactions', () => {
    const few = advance(beginOpinion({ ...CRISIS, population: 8_000 }, 2), 1_440);
    const many = advance(beginOpinion({ ...CRISIS, population: 8_000_000 }, 2), 1_440);
    expect(few.total).toBeLessThan(many.total);
  });
});
