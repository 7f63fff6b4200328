import { acceptedRange } from './numericRange.js';

describe('acceptedRange', () => {
  it('should reach the tolerance to both sides', () => {
    expect(acceptedRange(15, 2)).toEqual({ from: 13, to: 17 });
  });

  it('should not show floating dust', () => {
    expect(acceptedRange(0.3, 0.1)).toEqual({ from: 0.2, to: 0.4 });
  });

  it.each([null, 0])('should be nothing for a tolerance of %s', (tolerance) => {
    expect(acceptedRange(15, tolerance)).toBeNull();
  });
});
