import fc from 'fast-check';
import { niceTop, shownLabels } from './scale.js';

describe('niceTop', () => {
  it.each([[[120, 205, 276, 406], 500], [[0.4], 0.4], [[7], 8], [[100], 100], [[0], 1], [[], 1]])(
    'of %j it should be %d', (values, top) => expect(niceTop(values)).toBeCloseTo(top));
  it('should never cut a value off, nor waste more than half of the height', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
        const highest = Math.max(...values);
        expect(niceTop(values)).toBeGreaterThanOrEqual(highest * 0.999999);
        expect(niceTop(values)).toBeLessThanOrEqual(highest * 2);
      }),
    );
  });
});

describe('shownLabels', () => {
  it('when all fit it should show all', () => expect(shownLabels(3, 5)).toEqual([0, 1, 2]));
  it('when they do not it should keep the ends and space the others evenly', () => {
    expect(shownLabels(12, 4)).toEqual([0, 4, 11]);
    expect(shownLabels(7, 4)).toEqual([0, 2, 4, 6]);
  });
});
