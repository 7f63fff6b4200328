import { isStorable, unstorableIn } from './storable.js';

describe('what can be stored', () => {
  it.each(['', 'text', '𠅤', '\u202e', '\u{10ffff}', '\u0001', '\ufffe'])('%j should be storable', (text) => {
    expect(isStorable(text)).toBe(true);
  });

  it.each(['\u0000', 'a\u0000b', '\ud800', '\udc00', 'a\ud800b', '\udc00\ud800'])(
    '%j should not be storable',
    (text) => {
      expect(isStorable(text)).toBe(false);
    },
  );

  it('when a text deep inside cannot be stored it should say where', () => {
    expect(unstorableIn({ a: [{ b: 'fine' }, { b: 'x\ud800' }], c: null, d: 1 })).toBe('a.1.b');
    expect(unstorableIn('\u0000')).toBe('');
    expect(unstorableIn({ a: { 'k\u0000': 1 } })).toBe('a');
    expect(unstorableIn({ a: ['b', 'c'], d: true })).toBeNull();
    expect(unstorableIn(undefined)).toBeNull();
  });

  it('when there is nothing but brackets it should get to the bottom', () => {
    const deep = (inside: string) =>
      JSON.parse(`${'['.repeat(100_000)}${inside}${']'.repeat(100_000)}`) as unknown;
    expect(unstorableIn(deep('1'))).toBeNull();
    expect(unstorableIn(deep('"\\ud800"'))).toHaveLength(199_999);
  });
});
