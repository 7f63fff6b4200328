import fc from 'fast-check';
import { imageOf } from './image.js';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
/** Start, a segment of JFIF, and the frame: 960 high and 1280 wide. */
const JPEG = hex(
  'ffd8 ffe0 0010 4a46494600010100000100010000 ffc0 0011 08 03c0 0500 03 012200 021101 031101 ffd9',
);
const PNG = hex('89504e470d0a1a0a 0000000d 49484452 00000500 000003c0 08020000 00');
const webp = (kind: string, rest: string): Buffer =>
  Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`, 'latin1'), hex(rest.padEnd(40, '0'))]);

describe('imageOf', () => {
  it.each([
    ['a JPEG', JPEG, 'image/jpeg'],
    ['a PNG', PNG, 'image/png'],
    ['a lossy WebP', webp('VP8 ', '300000 9d012a 0005 c003'), 'image/webp'],
    ['a lossless WebP', webp('VP8L', '2f ffc4ef00'), 'image/webp'],
    ['an extended WebP', webp('VP8X', '00000000 ff0400 bf0300'), 'image/webp'],
  ])('should know %s and its size', (_what, bytes, mime) => {
    expect(imageOf(bytes)).toEqual({ mime, width: 1280, height: 960 });
  });

  it('when it is cut off before the size it should be none', () => {
    for (const bytes of [JPEG.subarray(0, 24), PNG.subarray(0, 20), webp('VP8X', '').subarray(0, 20)])
      expect(imageOf(bytes)).toBeNull();
  });

  it('should never throw, whatever follows the first bytes', () => {
    const heads = [hex('ffd8ff'), PNG.subarray(0, 8), Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), hex('')];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 64 }), (head, rest) => {
        const found = imageOf(Buffer.concat([head, rest]));
        if (found) expect(Math.min(found.width, found.height)).toBeGreaterThan(0);
      }),
    );
  });
});
