import fc from 'fast-check';
import { poisson, stream } from './index.js';

const sample = (lambda: number, count: number) => {
  const s = stream(2_026, `poisson ${lambda}`);
  return Array.from({ length: count }, () => poisson(s, lambda));
};

/** Probabilities by logarithms, which only the test may use. */
function probabilities(lambda: number, upTo: number): number[] {
  let logFactorial = 0;
  return Array.from({ length: upTo + 1 }, (_, k) => {
    if (k > 1) logFactorial += Math.log(k);
    return Math.exp(k * Math.log(lambda) - lambda - logFactorial);
  });
}

describe('poisson', () => {
  it.each([0.01, 0.5, 3, 20, 63.99, 64, 64.01, 100, 511.5, 5_000, 20_000])(
    'when lambda is %d mean and variance should be lambda',
    (lambda) => {
      const count = 20_000;
      const drawn = sample(lambda, lambda > 1_000 ? 4_000 : count);
      const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
      const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (drawn.length - 1);
      // Five standard errors of the mean, and of the variance: (2 lambda^2 + lambda) / count.
      expect(Math.abs(mean - lambda)).toBeLessThan(5 * Math.sqrt(lambda / drawn.length));
      expect(Math.abs(variance - lambda)).toBeLessThan(
        5 * Math.sqrt((2 * lambda * lambda + lambda) / drawn.length),
      );
    },
  );

  it.each([0.7, 3.7, 40, 64, 100])(
    'when lambda is %d each count should be as frequent as it must',
    (lambda) => {
      const drawn = sample(lambda, 50_000);
      const expected = probabilities(lambda, 200).map((p) => p * drawn.length);
      const seen = Array.from({ length: 201 }, () => 0);
      for (const x of drawn) seen[x]!++;
      const cells = expected.map((e, k) => [e, seen[k]!] as const).filter(([e]) => e >= 10);
      const chiSquare = cells.reduce((sum, [e, n]) => sum + (n - e) ** 2 / e, 0);
      // Mean plus four standard deviations of the statistic.
      expect(chiSquare).toBeLessThan(cells.length + 4 * Math.sqrt(2 * cells.length));
      expect(seen.reduce((sum, n) => sum + n, 0)).toBe(drawn.length);
    },
  );

  it('when lambda rises on the same stream the count should never fall', () => {
    const mean = fc.double({ min: 0, max: 400, noNaN: true });
    fc.assert(
      fc.property(fc.nat(), mean, mean, (seed, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(poisson(stream(seed, 'x'), low)).toBeLessThanOrEqual(poisson(stream(seed, 'x'), high));
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it('when lambda is 0 nothing should come and nothing be drawn', () => {
    const s = stream(1, 'x');
    expect(poisson(s, 0)).toBe(0);
    expect(s).toEqual(stream(1, 'x'));
  });

  it.each([-1, Number.NaN, Infinity])('when lambda is %d it should refuse', (lambda) => {
    expect(() => poisson(stream(1, 'x'), lambda)).toThrow(RangeError);
  });
});
