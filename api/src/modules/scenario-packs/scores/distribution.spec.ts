import fc from 'fast-check';
import { addedUp, counted } from './distribution.js';

describe('counted', () => {
  it('should put a value into the first class whose end lies above it', () => {
    expect(counted('minutes', [-3, 0, 4.9, 5, 479, 480, 9_999])).toEqual([1, 2, 1, 0, 0, 0, 0, 1, 2]);
    expect(counted('share', [0, 0.1, 1])).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('for any values it should count each once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('share', 'minutes', 'count', 'squared_error'),
        fc.array(fc.double({ noNaN: true })),
        (unit, values) => {
          expect(counted(unit, values).reduce((sum, one) => sum + one, 0)).toBe(values.length);
        },
      ),
    );
  });
});

describe('addedUp', () => {
  const member = (n: number) => [
    { key: 'rubric' as const, unit: 'share' as const, counts: [n, 0, 0, 0, 0, 0, 0, 0, 0, 5] },
  ];

  it('when fewer than five have a metric it should show nothing of it', () => {
    expect(addedUp([1, 2, 3, 4].map(member))).toEqual([]);
  });

  it('when five have it it should add them up', () => {
    expect(addedUp([1, 2, 3, 4, 5].map(member))).toMatchObject([
      { key: 'rubric', members: 5, counts: [15, 0, 0, 0, 0, 0, 0, 0, 0, 25] },
    ]);
  });
});
