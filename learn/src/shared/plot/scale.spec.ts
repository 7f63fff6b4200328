import fc from 'fast-check';
import { niceTop, roomierAtEnd, shownLabels } from './scale.js';

describe('niceTop', () => {
  it.each([
    [[120, 205, 276, 406], 500],
    [[0.4], 0.4],
    [[7], 8],
    [[100], 100],
    [[0], 1],
    [[], 1],
  ])('of %j it should be %d', (values, top) => expect(niceTop(values)).toBeCloseTo(top));
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
    expect(shownLabels(10, 3)).toEqual([0, 5, 9]);
    expect(shownLabels(7, 4)).toEqual([0, 2, 4, 6]);
    expect(shownLabels(9, 0)).toEqual([0, 8]);
  });
  it('when there is one point or none it should not fail', () => {
    expect(shownLabels(1, 4)).toEqual([0]);
    expect(shownLabels(0, 4)).toEqual([]);
  });
});

describe('roomierAtEnd', () => {
  it('should tell where a label does not sit on the line', () => {
    expect(roomierAtEnd([100, 350, 2000, 9000], 300)).toBe(true);
    expect(roomierAtEnd([9000, 2000, 350, 100], 300)).toBe(false);
  });
});
