import { qrMatrix } from '@readyroom/contract';

const squares = (text: string) => qrMatrix(new TextEncoder().encode(text));
const drawn = (text: string) => squares(text).map((row) => row.map((dark) => (dark ? '█' : '·')).join(''));
/** A number that changes with any square. */
const digest = (text: string) =>
  squares(text)
    .flat()
    .reduce((sum, dark) => (Math.imul(sum, 31) + (dark ? 1 : 2)) | 0, 7);
const address = (length: number) =>
  'https://learn.example/verify/BSYP-84R4-9WY9'.padEnd(length, 'é-x').slice(0, length);

describe('qrMatrix', () => {
  it('should draw what an independent encoder draws for level M and mask 0', () => {
    expect(drawn('Readyroom')).toEqual([
      '███████··█····███████',
      '█·····█·█·█···█·····█',
      '█·███·█··█··█·█·███·█',
      '█·███·█···█·█·█·███·█',
      '█·███·█·█···█·█·███·█',
      '█·····█···█·█·█·····█',
      '███████·█·█·█·███████',
      '·········█·██········',
      '█·█·█·█··███····█··█·',
      '·█·······█····███··██',
      '····█·█·█···██·██████',
      '··█·············█··██',
      '█·█··█████··█··█····█',
      '········█··█··████···',
      '███████··█·█·████████',
      '█·····█···████·██····',
      '█·███·█·████··█·█····',
      '█·███·█·······█·█··█·',
      '█·███·█·███·█··██·█·█',
      '█·····█···█···█····█·',
      '███████·██··█·█··█·██',
    ]);
  });

  // Digests of the same from the encoder `qrcode` 1.5.4: several blocks, two bytes of length, version information.
  it.each([
    [42, 29, -1524443493],
    [60, 37, 440886285],
    [122, 49, 2014034329],
  ])('when the text has %i characters it should be %i squares wide', (length, size, expected) => {
    expect(drawn(address(length))).toHaveLength(size);
    expect(digest(address(length))).toBe(expected);
  });

  it('when the text is too long it should say so', () => {
    expect(() => squares('x'.repeat(214))).toThrow(RangeError);
  });
});
