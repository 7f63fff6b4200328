import fc from 'fast-check';
import { moved } from './moved.js';

describe('moved', () => {
  it('should move by one place', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  });
  it('when it is at the end it should stay', () => expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b']));
  it('should never lose or double an item', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.constantFrom(-1, 1),
        (list, at, step) => {
          const next = moved(list, list[at % list.length]!, step as -1 | 1);
          expect([...next].sort()).toEqual([...list].sort());
        },
      ),
    );
  });
});
