import fc from 'fast-check';
import { newCode, readCode } from './certificate-code.js';

describe('newCode', () => {
  it('should be three groups of four, without characters that people mix up, and never the same', () => {
    const codes = Array.from({ length: 2_000 }, newCode);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/);
    expect(new Set(codes).size).toBe(codes.length);
    // Each of the 31 characters comes up about as often: 24,000 draws, 774 expected, 9 standard deviations of room.
    const seen = new Map<string, number>();
    for (const character of codes.join('').replaceAll('-', ''))
      seen.set(character, (seen.get(character) ?? 0) + 1);
    expect(seen.size).toBe(31);
    for (const count of seen.values()) expect(Math.abs(count - 774)).toBeLessThan(250);
  });
});

describe('readCode', () => {
  it('when a code is typed in any case, with any hyphens and spaces, it should be the printed one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('', '-', ' ', '  ', '- '), { minLength: 12, maxLength: 12 }),
        fc.boolean(),
        (gaps, small) => {
          const code = newCode();
          const bare = code.replaceAll('-', '');
          const typed = gaps.map((gap, i) => gap + bare[i]).join('');
          expect(readCode(small ? typed.toLowerCase() : typed)).toBe(code);
        },
      ),
    );
  });

  it('when it can be no code it should say so', () => {
    for (const typed of [
      '',
      '-',
      'ABCD-EFGH',
      '0BCD-EFGH-JKMN',
      'ABCD-EFGH-JKMNP',
      'ＡBCD-EFGH-JKMN',
      'ABCD-EFGH-JKM\u0000',
    ])
      expect(readCode(typed)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (typed) =>
        /^([2-9A-Z]{4}-){2}[2-9A-Z]{4}$/.test(readCode(typed) ?? '2222-2222-2222'),
      ),
    );
  });
});
