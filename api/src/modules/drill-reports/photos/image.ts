import type { DrillPhotoMime } from '@readyroom/contract';

export interface ImageFacts {
  readonly mime: DrillPhotoMime;
  readonly width: number;
  readonly height: number;
}

/** What a file is by its own first bytes, whatever anybody calls it; null when it is none of the three. */
export function imageOf(bytes: Buffer): ImageFacts | null {
  const found = jpeg(bytes) ?? png(bytes) ?? webp(bytes);
  return found && found.width > 0 && found.height > 0 ? found : null;
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

function png(bytes: Buffer): ImageFacts | null {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(PNG) || ascii(bytes, 12) !== 'IHDR') return null;
  return { mime: 'image/png', width: bytes.readUInt32BE(16) | 0, height: bytes.readUInt32BE(20) | 0 };
}

/** Walks the segments to the frame that tells the size. */
function jpeg(bytes: Buffer): ImageFacts | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!;
    if (isFrame(marker))
      return { mime: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** Start of frame, without the tables that have numbers between them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function webp(bytes: Buffer): ImageFacts | null {
  if (bytes.length < 30 || ascii(bytes, 0) !== 'RIFF' || ascii(bytes, 8) !== 'WEBP') return null;
  const mime = 'image/webp';
  switch (ascii(bytes, 12)) {
    case 'VP8X':
      return { mime, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8 ':
      return { mime, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const size = bytes.readUInt32LE(21);
      return { mime, width: (size & 0x3fff) + 1, height: ((size >>> 14) & 0x3fff) + 1 };
    }
    default:
      return null;
  }
}

const ascii = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4);
