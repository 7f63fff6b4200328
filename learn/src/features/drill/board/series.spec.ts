import fc from 'fast-check';
import { summaryOf, thinned, type Point } from './series.js';

const line = (...values: number[]): Point[] => values.map((value, i) => ({ minute: i * 10, value }));

describe('summaryOf', () => {
  it('should compare with half an hour before and name the first peak', () =>
    expect(summaryOf(line(5, 10, 40, 30, 40, 20))).toEqual({
      last: 20,
      change: -20,
      peak: { minute: 20, value: 40 },
    }));
  it('when there is less than half an hour it should compare with the first sample', () =>
    expect(summaryOf(line(5, 9))?.change).toBe(4));
  it('when there is nothing it should say so', () => expect(summaryOf([])).toBeNull());
});

describe('thinned', () => {
  it('should keep the order, the ends, and no more than asked for', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 2, max: 40 }), (length, most) => {
        const points = Array.from({ length }, (_, minute) => ({ minute, value: minute }));
        const few = thinned(points, most);
        expect(few.length).toBe(Math.min(length, most));
        expect(few.at(-1)).toEqual(points.at(-1));
        expect(few[0]).toEqual(points[0]);
        expect(few.map(({ minute }) => minute)).toEqual(
          few.map(({ minute }) => minute).sort((a, b) => a - b),
        );
      }),
    ));
});
