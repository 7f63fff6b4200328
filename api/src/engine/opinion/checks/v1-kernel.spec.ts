import { CONSTANTS } from '../constants.js';
import { CYCLE_TABLE } from '../tables/cycle-table.js';
import { KERNEL_TABLE } from '../tables/kernel-table.js';
import { MARK_TABLE } from '../tables/mark-table.js';
import { total } from '../testing/storm.js';

const constant = (key: string) => CONSTANTS.find((c) => c.key === key)!.value as number;
const flat = constant('kernelFlat');
const theta = constant('kernelExponent');

/** The published form, by Math.pow, which only the test may use. */
function cdf(minutes: number): number {
  const ratio = minutes / flat;
  return ratio <= 1 ? (theta / (1 + theta)) * ratio : 1 - Math.pow(ratio, -theta) / (1 + theta);
}
const within = (minutes: number) => total(KERNEL_TABLE.slice(0, minutes)) / 1e9;

describe('V1: the delay kernel', () => {
  it('when the table is worked out anew it should be the same', () => {
    expect(KERNEL_TABLE).toHaveLength(constant('kernelMinutes'));
    KERNEL_TABLE.forEach((share, i) => expect(share).toBe(Math.round(1e9 * (cdf(i + 1) - cdf(i)))));
  });

  it('when reactions are counted 0.543 should come in an hour and 0.781 in a day, half of them in 41 minutes', () => {
    expect(within(60)).toBeCloseTo(0.543, 3);
    expect(within(1_440)).toBeCloseTo(0.781, 3);
    expect(KERNEL_TABLE.findIndex((_, i) => within(i + 1) >= 0.4995) + 1).toBe(41);
  });

  it('when compared with "half within an hour, three quarters within a day" it should be within 0.06', () => {
    expect(Math.abs(within(60) - 0.5)).toBeLessThanOrEqual(0.06);
    expect(Math.abs(within(1_440) - 0.75)).toBeLessThanOrEqual(0.06);
  });

  it('when the height is worked out from the other two it should be the published one', () => {
    expect(theta / (1 + theta) / (flat * 60)).toBeCloseTo(constant('kernelHeight'), 7);
  });
});

describe('the other tables', () => {
  it('when influence is worked out anew it should be the same, with a mean of exactly 1', () => {
    const power = -constant('influencePower') / (constant('followerTail') - 1);
    const raw = MARK_TABLE.map((_, i) => Math.pow((i + 0.5) / MARK_TABLE.length, power));
    const mean = total(raw) / raw.length;
    MARK_TABLE.slice(1).forEach((mark, i) => expect(mark).toBe(Math.round((1_000 * raw[i + 1]!) / mean)));
    expect(Math.abs(MARK_TABLE[0]! - (1_000 * raw[0]!) / mean)).toBeLessThan(50);
    expect(total(MARK_TABLE)).toBe(1_000 * MARK_TABLE.length);
    expect(MARK_TABLE).toHaveLength(1_024);
  });

  it('when the daily cycle is worked out anew it should be the same', () => {
    expect(CYCLE_TABLE).toHaveLength(1_440);
    CYCLE_TABLE.forEach((sine, i) =>
      expect(sine).toBe(Math.round(1e6 * Math.sin((2 * Math.PI * i) / 1_440)) + 0),
    );
  });
});
