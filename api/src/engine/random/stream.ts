/**
 * sfc32 (Chris Doty-Humphrey, PractRand; public domain): three words of state and a counter, all unsigned 32-bit
 * integers. A stream is plain JSON and is changed in place by whoever draws from it.
 */
export type Stream = [number, number, number, number];

/** Looked up once: `Math` is slow to reach where the global object belongs to a sandbox, as in tests. */
const { imul } = Math;

const TWO_32 = 4_294_967_296;
const WARM_UP = 12;

/**
 * The stream of one purpose in a run with this seed. Each purpose has its own, so that drawing more for one of them
 * moves nothing in the others.
 * @param seed whole number from 0 to 2^53 - 1
 */
export function stream(seed: number, purpose: string): Stream {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`not a seed: ${seed}`);
  let a = mix(seed >>> 0);
  let b = mix(Math.floor(seed / TWO_32) ^ a);
  let c = mix(b ^ purpose.length);
  for (let i = 0; i < purpose.length; i++) {
    a = mix(a ^ purpose.charCodeAt(i));
    b = mix(b + a);
    c = mix(c ^ b);
  }
  return warm([a, b, c, 1]);
}

/**
 * The stream with this number below `parent`, which stays as it is. One branch for each minute keeps runs in step that
 * draw different amounts within a minute (common random numbers).
 * @param index whole number from 0 to 2^32 - 1
 */
export function branch(parent: Readonly<Stream>, index: number): Stream {
  const a = mix(parent[0] ^ mix(index));
  const b = mix(parent[1] ^ a);
  const c = mix(parent[2] ^ b);
  return warm([a, b, c, 1]);
}

/** Whole number in [0, 2^32). */
export function nextUint32(s: Stream): number {
  const a = s[0];
  const b = s[1];
  const c = s[2];
  const drawn = (a + b + s[3]) >>> 0;
  s[3] = (s[3] + 1) >>> 0;
  s[0] = (b ^ (b >>> 9)) >>> 0;
  s[1] = (c + (c << 3)) >>> 0;
  s[2] = (((c << 21) | (c >>> 11)) + drawn) >>> 0;
  return drawn;
}

/** In [0, 1), with 53 random bits. */
export function nextUnit(s: Stream): number {
  const high = nextUint32(s) >>> 5;
  const low = nextUint32(s) >>> 6;
  return (high * 67_108_864 + low) / 9_007_199_254_740_992;
}

/** Whole number in [0, below), each equally likely. `below` is a whole number from 1 to 2^32. */
export function nextInt(s: Stream, below: number): number {
  if (!Number.isInteger(below) || below < 1 || below > TWO_32) throw new RangeError(`not a range: ${below}`);
  const fair = TWO_32 - (TWO_32 % below);
  let drawn = nextUint32(s);
  // What lies beyond the last full multiple would favour small results.
  while (drawn >= fair) drawn = nextUint32(s);
  return drawn % below;
}

/** One of the list, each equally likely. */
export function pick<T>(s: Stream, list: readonly T[]): T {
  return list[nextInt(s, list.length)]!;
}

function warm(s: Stream): Stream {
  for (let i = 0; i < WARM_UP; i++) nextUint32(s);
  return s;
}

/** Finaliser of MurmurHash3 (Austin Appleby, public domain) with an added constant, so that 0 does not stay 0. */
function mix(x: number): number {
  let h = (x + 0x9e3779b9) | 0;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
