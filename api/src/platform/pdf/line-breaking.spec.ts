import fc from 'fast-check';
import { fit } from './line-breaking.js';

/** Every character is as wide as the type is large. */
const widthOf = (text: string) => [...text].length;
const room = { width: 400, largest: 40, smallest: 10, lines: 2 };

describe('fit', () => {
  it('when a text fits at its full size it should stay there', () => {
    expect(fit('危机沟通', widthOf, room)).toEqual({ size: 40, lines: ['危机沟通'] });
  });

  it('when it is a little too long it should shrink rather than wrap', () => {
    expect(fit('abcdefghijkl', widthOf, room)).toEqual({ size: 33, lines: ['abcdefghijkl'] });
  });

  it('when it is much too long it should wrap between words into lines about equally long', () => {
    expect(fit('aaaa bbbb cccc dddd', widthOf, { ...room, largest: 36 })).toEqual({
      size: 36,
      lines: ['aaaa bbbb', 'cccc dddd'],
    });
  });

  it('when it wraps it should put no closing mark first and no opening one last', () => {
    for (let width = 120; width < 300; width += 7) {
      const { lines } = fit('舆情引导与沟通，（高层必修）：如何快速回应？', widthOf, {
        width,
        largest: 20,
        smallest: 20,
        lines: 9,
      });
      for (const line of lines) expect(line).not.toMatch(/^[，）：？]|（$/);
    }
  });

  it('when it is a name it should break only where its parts meet', () => {
    const name = '买买提艾力·阿卜杜热合曼·吐尔逊江';
    expect(fit(name, widthOf, { ...room, breaks: 'names' }).lines).toEqual([
      '买买提艾力·',
      '阿卜杜热合曼·吐尔逊江',
    ]);
  });

  it('when one word is too long at any size it should be broken inside', () => {
    const { size, lines } = fit('x'.repeat(90), widthOf, room);
    expect(size).toBe(10);
    expect(lines.map(widthOf)).toEqual([40, 40, 10]);
  });

  it('for any text it should keep every visible character in order, and no line wider than the room', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('危机', '，', '（', '）', ' ', '沟通与协调', '𠅤', 'Łukasz'),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 25 }),
        fc.constantFrom('words' as const, 'names' as const),
        (parts, breaks) => {
          const text = parts.join('');
          const { size, lines } = fit(text, widthOf, { ...room, breaks });
          const visible = (value: string) => value.replace(/\s/gu, '');
          expect(visible(lines.join(''))).toBe(visible(text));
          for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(room.width);
        },
      ),
    );
  });
});
