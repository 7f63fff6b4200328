import { blockBeingRead } from './reading-place.js';

describe('blockBeingRead', () => {
  it('when the page is at its top it should be the first block', () => {
    expect(blockBeingRead([200, 700, 1200], 740, false)).toBe(0);
    expect(blockBeingRead([500, 900], 740, false)).toBe(0);
  });
  it('when a block has come up it should be that one', () =>
    expect(blockBeingRead([-600, -80, 320, 900], 740, false)).toBe(2));
  it('when the page ends before the last block reaches the line it should still be the last', () =>
    expect(blockBeingRead([-200, 400, 600], 740, true)).toBe(2));
  it('when there are no blocks it should not fail', () => expect(blockBeingRead([], 740, true)).toBe(0));
});
