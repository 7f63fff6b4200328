import { dataCodewords, withCorrection } from './qr-codewords.js';

type Cell = boolean | null;

/** Centres of the alignment patterns by version (ISO/IEC 18004, annex E). */
const ALIGNMENT: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

/** Mask 0 is allowed for every code; readers do not need the prettiest one. */
const MASK = 0;
const masked = (x: number, y: number) => (x + y) % 2 === 0;

/**
 * The dark and light squares of a QR code for these bytes (UTF-8): byte mode, error correction level M, versions 1 to 10 (up to 213 bytes),
 * after ISO/IEC 18004.
 */
export function qrMatrix(bytes: Uint8Array): boolean[][] {
  const { version, data } = dataCodewords(bytes);
  const size = 17 + 4 * version;
  const cells: Cell[][] = Array.from({ length: size }, () => Array<Cell>(size).fill(null));
  const set = (x: number, y: number, dark: boolean) => {
    const row = cells[y];
    if (row && x >= 0 && x < size) row[x] = dark;
  };
  const isFree = (x: number, y: number) => cells[y]?.[x] === null;

  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    for (let dy = -4; dy <= 4; dy++)
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
      }
  const centres = ALIGNMENT[version - 1] ?? [];
  for (const cy of centres)
    for (const cx of centres) {
      if (!isFree(cx, cy)) continue;
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }
  for (let i = 8; i < size - 8; i++) {
    set(i, 6, i % 2 === 0);
    set(6, i, i % 2 === 0);
  }
  drawFormat(size, set);
  if (version >= 7) drawVersion(version, size, set);
  drawData(withCorrection(version, data), size, isFree, set);
  return cells.map((row) => row.map(Boolean));
}

/** Remainder of a BCH code: `value` shifted up by the degree of `generator`, divided by it. */
function bch(value: number, generator: number): number {
  const degree = 31 - Math.clz32(generator);
  let rest = value << degree;
  while (rest !== 0 && 31 - Math.clz32(rest) >= degree) rest ^= generator << (31 - Math.clz32(rest) - degree);
  return (value << degree) | rest;
}

type Set = (x: number, y: number, dark: boolean) => void;

function drawFormat(size: number, set: Set): void {
  // Level M is 00.
  const bits = bch(MASK, 0x537) ^ 0x5412;
  const bit = (i: number) => ((bits >> i) & 1) === 1;
  for (let i = 0; i < 15; i++) {
    const along = i < 6 ? i : i < 8 ? i + 1 : size - 15 + i;
    set(8, along, bit(i));
    const across = i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i;
    set(across, 8, bit(i));
  }
  set(8, size - 8, true);
}

function drawVersion(version: number, size: number, set: Set): void {
  const bits = bch(version, 0x1f25);
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >> i) & 1) === 1;
    const a = size - 11 + (i % 3);
    const b = Math.floor(i / 3);
    set(a, b, dark);
    set(b, a, dark);
  }
}

/** In columns of two from the right, up and down by turns, leaving out the timing column. */
function drawData(
  codewords: Uint8Array,
  size: number,
  isFree: (x: number, y: number) => boolean,
  set: Set,
): void {
  let i = 0;
  let upward = true;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = upward ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!isFree(x, y)) continue;
        const dark = (((codewords[i >> 3] ?? 0) >> (7 - (i & 7))) & 1) === 1;
        set(x, y, dark !== masked(x, y));
        i += 1;
      }
    }
    upward = !upward;
  }
}
