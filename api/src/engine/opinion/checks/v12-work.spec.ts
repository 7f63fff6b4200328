import { multiplyAddsOf, reactions } from '../convolution.js';
import { beginOpinion } from '../state.js';
import { KERNEL_TABLE } from '../tables/kernel-table.js';
import { advance, CRISIS } from '../testing/storm.js';

/** How long it takes is measured by the bench; here, that it is no more work than it must be. */
describe('V12: work of a 72 h storm', () => {
  it('when it is over every pair of minutes should have been multiplied once for each stance', () => {
    const state = advance(beginOpinion(CRISIS, 1), 4_320);
    expect(multiplyAddsOf(state)).toBe((3 * 4_320 * 4_319) / 2);
  });

  it('when it goes on a minute should cost no more than the kernel is long', () => {
    const state = advance(beginOpinion(CRISIS, 1), 4_320);
    const before = multiplyAddsOf(state);
    advance(state, 4_400);
    expect(multiplyAddsOf(state) - before).toBeLessThanOrEqual(80 * 3 * (4_320 + 3));
  });
});

describe('the sums over the past', () => {
  /** From the definition, in whole numbers without limit. */
  function exact(weights: readonly number[], minute: number): number {
    let sum = 0n;
    for (let m = Math.max(0, minute - KERNEL_TABLE.length); m < minute; m++)
      sum += BigInt(weights[m]!) * BigInt(KERNEL_TABLE[minute - m - 1]!);
    return Number(sum) / 1e12;
  }

  it.each([1, 2, 3, 4, 5, 999, 4_319, 4_320, 4_321, 4_322, 4_323, 4_324, 4_330])(
    'when %d minutes are over they should be exact',
    (minutes) => {
      const state = advance(beginOpinion(CRISIS, 2), minutes);
      const { hostile, questioning, supportive } = reactions(state);
      expect(hostile).toBe(exact(state.weights.hostile, minutes));
      expect(questioning).toBe(exact(state.weights.questioning, minutes));
      expect(supportive).toBe(exact(state.weights.supportive, minutes));
    },
  );
});
