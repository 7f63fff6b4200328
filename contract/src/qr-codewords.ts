/** Level M, versions 1 to 10: [correction codewords a block, blocks, data codewords of the shorter blocks, longer blocks]. */
const VERSIONS = [
  [10, 1, 16, 0],
  [16, 1, 28, 0],
  [26, 1, 44, 0],
  [18, 2, 32, 0],
  [24, 2, 43, 0],
  [16, 4, 27, 0],
  [18, 4, 31, 0],
  [22, 4, 38, 2],
  [22, 5, 36, 2],
  [26, 5, 43, 1],
] as const;

const versionAt = (version: number) => {
  const [correction, blocks, short, long] = VERSIONS[version - 1] ?? VERSIONS[0];
  return { correction, blocks, short, long, capacity: blocks * short + long };
};

/** The smallest version that holds these bytes, and its data codewords: mode, length, bytes, padding. */
export function dataCodewords(bytes: Uint8Array): { version: number; data: Uint8Array } {
  const needed = (version: number) => Math.ceil((4 + (version < 10 ? 8 : 16) + bytes.length * 8) / 8);
  const version = VERSIONS.findIndex((_, i) => needed(i + 1) <= versionAt(i + 1).capacity) + 1;
  if (version === 0) throw new RangeError('The text is too long for this QR code');
  const data = new Uint8Array(versionAt(version).capacity);
  let at = 0;
  const put = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--, at++) if ((value >> i) & 1) data[at >> 3]! |= 0x80 >> (at & 7);
  };
  put(0b0100, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  for (let i = needed(version), pad = 0xec; i < data.length; i++, pad ^= 0xec ^ 0x11) data[i] = pad;
  return { version, data };
}

/** Data and correction codewords of all blocks, interleaved as they are drawn. */
export function withCorrection(version: number, data: Uint8Array): Uint8Array {
  const { correction, blocks, short, long } = versionAt(version);
  const generator = generatorOf(correction);
  const parts: Uint8Array[] = [];
  for (let i = 0, from = 0; i < blocks; i++) {
    const length = short + (i >= blocks - long ? 1 : 0);
    parts.push(data.subarray(from, from + length));
    from += length;
  }
  const checks = parts.map((part) => remainder(part, generator));
  const result: number[] = [];
  for (let i = 0; i <= short; i++) for (const part of parts) if (i < part.length) result.push(part[i]!);
  for (let i = 0; i < correction; i++) for (const check of checks) result.push(check[i]!);
  return Uint8Array.from(result);
}

/** Product in GF(256) with the polynomial 0x11d. */
function times(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> i) & 1) * a);
  return product & 0xff;
}

/** (x − 1)(x − 2)(x − 4)… of this degree, without its leading 1. */
function generatorOf(degree: number): Uint8Array {
  const result = new Uint8Array(degree);
  result[degree - 1] = 1;
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2))
    for (let j = 0; j < degree; j++) result[j] = times(result[j]!, root) ^ (result[j + 1] ?? 0);
  return result;
}

function remainder(data: Uint8Array, generator: Uint8Array): Uint8Array {
  const rest = new Uint8Array(generator.length);
  for (const byte of data) {
    const factor = byte ^ rest[0]!;
    rest.copyWithin(0, 1);
    rest[rest.length - 1] = 0;
    for (let i = 0; i < rest.length; i++) rest[i]! ^= times(generator[i]!, factor);
  }
  return rest;
}
