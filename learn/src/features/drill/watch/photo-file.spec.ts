import fc from 'fast-check';
import { base64Of, fitted } from './photo-file.js';

describe('fitted', () => {
  it.each([
    [4032, 3024, 1280, 960],
    [3024, 4032, 960, 1280],
    [800, 600, 800, 600],
    [10_000, 1, 1280, 1],
  ])('when it is %i × %i it should become %i × %i', (width, height, wide, high) => {
    expect(fitted(width, height, 1280)).toEqual({ width: wide, height: high });
  });
});

describe('base64Of', () => {
  it('should come out as the same bytes, however many', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 70_000 }), async (bytes) => {
        const text = atob(await base64Of(new Blob([Uint8Array.from(bytes)])));
        expect(Uint8Array.from(text, (char) => char.charCodeAt(0))).toEqual(Uint8Array.from(bytes));
      }),
      { numRuns: 20 },
    );
  });
});
