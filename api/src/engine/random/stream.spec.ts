import fc from 'fast-check';
import { branch, nextInt, nextUint32, nextUnit, pick, stream, type Stream } from './index.js';

const draw = (s: Stream, count: number) => Array.from({ length: count }, () => nextUint32(s));

/** sfc32 from its definition, in integers without limit. */
function reference([a, b, c, counter]: Stream, count: number): number[] {
  const word = 0xffff_ffffn;
  let [x, y, z, n] = [BigInt(a), BigInt(b), BigInt(c), BigInt(counter)];
  return Array.from({ length: count }, () => {
    const out = (x + y + n) & word;
    n = (n + 1n) & word;
    x = y ^ (y >> 9n);
    y = (z + (z << 3n)) & word;
    z = ((((z << 21n) | (z >> 11n)) & word) + out) & word;
    return Number(out);
  });
}

const KNOWN_STATE = [1_859_104_178, 1_029_515_335, 909_684_679, 13];
const KNOWN_NUMBERS = [2_888_619_526, 625_063_136, 3_040_762_091, 3_695_144_876];

describe('stream', () => {
  it('when drawn from it should be sfc32', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.string(), (seed, purpose) => {
        const s = stream(seed, purpose);
        expect(draw([...s], 50)).toEqual(reference(s, 50));
      }),
      { seed: 1 },
    );
  });

  it('when seed and purpose are known the numbers should be these', () => {
    expect(stream(7, 'posts:hostile')).toEqual(KNOWN_STATE);
    expect(draw(stream(7, 'posts:hostile'), 4)).toEqual(KNOWN_NUMBERS);
  });

  it('when seed or purpose differ in anything the numbers should differ', () => {
    const seeds = [0, 1, 2, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 52, Number.MAX_SAFE_INTEGER];
    const purposes = ['', 'a', 'b', 'ab', 'ba', 'posts:hostile', 'posts:supportive'];
    const starts = seeds.flatMap((seed) => purposes.map((p) => draw(stream(seed, p), 2).join()));
    expect(new Set(starts).size).toBe(seeds.length * purposes.length);
  });

  it('when it went through JSON it should go on as before', () => {
    const s = stream(3, 'x');
    nextUint32(s);
    const copy = JSON.parse(JSON.stringify(s)) as Stream;
    expect(draw(copy, 20)).toEqual(draw(s, 20));
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('when the seed is %d it should refuse', (seed) => {
    expect(() => stream(seed, 'x')).toThrow(RangeError);
  });

  it('when many numbers are drawn every bit should be set half of the time', () => {
    const s = stream(11, 'bits');
    const set = Array.from({ length: 32 }, () => 0);
    for (let i = 0; i < 20_000; i++) {
      const x = nextUint32(s);
      for (let bit = 0; bit < 32; bit++) set[bit]! += (x >>> bit) & 1;
    }
    // Five standard deviations.
    for (const count of set) expect(Math.abs(count - 10_000)).toBeLessThan(354);
  });
});

describe('branch', () => {
  it('when taken the parent should stay as it is, and another index should give other numbers', () => {
    const parent = stream(5, 'posts');
    const before = [...parent];
    const starts = Array.from({ length: 5_000 }, (_, minute) => draw(branch(parent, minute), 2).join());
    expect(parent).toEqual(before);
    expect(new Set(starts).size).toBe(5_000);
    expect(draw(branch(parent, 9), 5)).toEqual(draw(branch(parent, 9), 5));
  });

  it('when the first numbers of neighbouring branches are put side by side they should look like chance', () => {
    const parent = stream(5, 'posts');
    const units = Array.from({ length: 20_000 }, (_, minute) => nextUnit(branch(parent, minute)));
    const mean = units.reduce((sum, x) => sum + x, 0) / units.length;
    const lag = units.slice(1).reduce((sum, x, i) => sum + (x - 0.5) * (units[i]! - 0.5), 0) / units.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(lag * 12)).toBeLessThan(0.035);
  });
});

describe('nextUnit, nextInt, pick', () => {
  it('when drawn units should be in [0, 1) and use more than 32 bits', () => {
    const s = stream(1, 'unit');
    const units = Array.from({ length: 5_000 }, () => nextUnit(s));
    for (const u of units) expect(u >= 0 && u < 1).toBe(true);
    expect(units.some((u) => !Number.isInteger(u * 2 ** 32))).toBe(true);
  });

  it('when whole numbers below 7 are drawn each should come equally often', () => {
    const s = stream(2, 'int');
    const counts = Array.from({ length: 7 }, () => 0);
    for (let i = 0; i < 70_000; i++) counts[nextInt(s, 7)]!++;
    const chiSquare = counts.reduce((sum, c) => sum + (c - 10_000) ** 2 / 10_000, 0);
    // 99.9 % of six degrees of freedom.
    expect(chiSquare).toBeLessThan(22.46);
  });

  it('when the range is as large as can be it should still be fair', () => {
    const s = stream(3, 'int');
    const below = 3 * 2 ** 30;
    const high = Array.from({ length: 9_000 }, () => nextInt(s, below)).filter((x) => x >= 2 ** 31).length;
    expect(Math.abs(high - 3_000)).toBeLessThan(225);
  });

  it.each([0, -1, 1.5, 2 ** 32 + 1])('when the range is %d it should refuse', (below) => {
    expect(() => nextInt(stream(1, 'x'), below)).toThrow(RangeError);
  });

  it('when one of a list is picked each should come', () => {
    const s = stream(4, 'pick');
    expect(new Set(Array.from({ length: 100 }, () => pick(s, ['a', 'b', 'c'])))).toEqual(
      new Set(['a', 'b', 'c']),
    );
  });
});
