import fc from 'fast-check';
import { editDistance, nearest } from './nearest.js';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['owner', 'owner', 0],
    ['owner', 'onwer', 2],
    ['title', 'titel', 2],
    ['', 'key', 3],
    ['标题', '标题中文', 2],
  ])('from “%s” to “%s” should be %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('should be symmetric and never more than the longer word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('nearest', () => {
  it('when a word is mistyped it should find it', () => {
    expect(nearest('chanel', ['sender', 'channel', 'owner'])).toBe('channel');
  });

  it('when nothing is close it should answer nothing', () => {
    expect(nearest('remarks', ['key', 'owner', 'phase'])).toBeUndefined();
    expect(nearest('xy', ['ab'])).toBeUndefined();
  });
});
