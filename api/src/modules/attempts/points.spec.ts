import fc from 'fast-check';
import { FULL, isFull, NONE, percentOf, share, sumOf, toDecimal } from './points.js';

describe('points', () => {
  it('when thirds add up they should be whole', () => {
    expect(isFull(sumOf([share(1, 3), share(1, 3), share(1, 3)]))).toBe(true);
    expect(percentOf(sumOf([share(1, 3), share(2, 3), ...Array<typeof FULL>(7).fill(FULL)]), 10)).toBe(80);
  });

  it.each([
    [share(1, 3), 0.3333],
    [share(2, 3), 0.6667],
    [share(1, 15), 0.0667],
    [NONE, 0],
    [FULL, 1],
  ])('when %j is stored it should be %d', (points, stored) => expect(toDecimal(points)).toBe(stored));

  it('when a share is below nothing or above the whole it should be cut off', () => {
    expect(share(-1, 3)).toEqual(NONE);
    expect(share(4, 3)).toEqual(FULL);
    expect(share(3, 3)).toEqual(FULL);
  });

  it('when a per cent is not whole it should be rounded down, and only just below a whole one too', () => {
    expect(percentOf(sumOf([share(2, 3)]), 1)).toBe(66);
    expect(percentOf({ top: 7_999_999, bottom: 1_000_000 }, 10)).toBe(79);
    expect(percentOf(NONE, 0)).toBe(0);
  });

  it('the sum should be the same in every order, and never past the number of questions', () => {
    const part = fc.tuple(fc.integer({ min: 0, max: 15 }), fc.constantFrom(1, 2, 3, 4, 5, 6, 10, 15));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const points = parts.map(([top, bottom]) => share(top, bottom));
        const sum = sumOf(points);
        expect(sumOf([...points].reverse())).toEqual(sum);
        expect(sum.top).toBeLessThanOrEqual(sum.bottom * points.length);
        // Everything is a multiple of a sixtieth.
        const sixtieths = points.reduce((all, { top, bottom }) => all + (top * 60) / bottom, 0);
        expect(sum.top * 60).toBe(sixtieths * sum.bottom);
      }),
    );
  });
});
