import fc from 'fast-check';
import { canonical, type Json } from './canonical.js';

describe('The canonical text', () => {
  it.each<[Json, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ 中: '第一章\n', é: 1.5, z: 1e21 }, '{"z":1e+21,"é":1.5,"中":"第一章\\n"}'],
    // From RFC 8785, 3.2.3: by UTF-16 code units, not by code points.
    [
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    [[], '[]'],
    [-0, '0'],
  ])('of %j should be %s', (value, text) => expect(canonical(value)).toBe(text));

  it('should be the same for whatever order the keys came in, and read back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value as Json);
        expect(canonical(JSON.parse(text) as Json)).toBe(text);
        const turned = JSON.parse(JSON.stringify(value), (_, it: unknown) =>
          it && typeof it === 'object' && !Array.isArray(it)
            ? Object.fromEntries(Object.entries(it).reverse())
            : it,
        ) as Json;
        expect(canonical(turned)).toBe(text);
      }),
    );
  });

  it.each([NaN, Infinity])('of %p should not exist', (value) => expect(() => canonical(value)).toThrow());
});
