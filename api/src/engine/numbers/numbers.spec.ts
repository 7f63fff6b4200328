import fc from 'fast-check';
import { between, expMinus, quantise, roundHalfUp, squareRoot } from './index.js';

describe('expMinus', () => {
  it('when compared with Math.exp it should differ by less than 1e-12 of the value', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 64, noNaN: true }), (x) => {
        expect(Math.abs(expMinus(x) / Math.exp(-x) - 1)).toBeLessThan(1e-12);
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it('when nothing or very much is taken it should be 1 or 0', () => {
    expect(expMinus(0)).toBe(1);
    expect(expMinus(1e-12)).toBeCloseTo(1, 11);
    expect(expMinus(5_000)).toBe(0);
  });
});

describe('squareRoot', () => {
  it('when squared it should give the number back', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (x) => {
        expect(Math.abs(squareRoot(x) / Math.sqrt(x) - 1)).toBeLessThan(1e-14);
      }),
      { seed: 2, numRuns: 2_000 },
    );
    expect([squareRoot(0), squareRoot(1), squareRoot(4), squareRoot(1e6)]).toEqual([0, 1, 2, 1_000]);
  });
});

describe('rounding', () => {
  it('when a half is rounded it should go up', () => {
    expect([0.5, 1.5, -0.5, -1.5, 2.4].map(roundHalfUp)).toEqual([1, 2, 0, -1, 2]);
  });

  it('when quantised twice it should stay', () => {
    expect(quantise(0.1 + 0.2)).toBe(0.3);
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) => {
        expect(quantise(quantise(x))).toBe(quantise(x));
        expect(Math.abs(quantise(x) - x)).toBeLessThanOrEqual(0.5e-6 + 1e-15);
      }),
      { seed: 3 },
    );
  });

  it('when out of bounds it should be the nearer bound', () => {
    expect([between(0, -1, 1), between(0, 0.4, 1), between(0, 3, 1)]).toEqual([0, 0.4, 1]);
  });
});
