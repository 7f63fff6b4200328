import fc from 'fast-check';
import { clockText, learnServerTime, nextSeq, serverNow } from './time.js';

describe('nextSeq', () => {
  it('should always grow, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.integer({ min: 0, max: 2 ** 45 })), (first, clocks) => {
        let last = first;
        for (const now of clocks) {
          const next = nextSeq(last, now);
          expect(next).toBeGreaterThan(last);
          expect(Number.isSafeInteger(next)).toBe(true);
          last = next;
        }
      }),
    );
  });
});

describe('clockText', () => {
  it.each([
    [0, '0:00'],
    [-5, '0:00'],
    [1, '0:01'],
    [59_000, '0:59'],
    [75_000, '1:15'],
    [3_725_000, '1:02:05'],
  ])('when %i ms are left it should read %s', (ms, text) => expect(clockText(ms)).toBe(text));
});

describe('serverNow', () => {
  it('when this device is an hour behind it should still tell the time of the server', () => {
    const now = Date.now();
    learnServerTime(new Date(now + 3_600_000).toISOString(), now);
    expect(Math.abs(serverNow() - (Date.now() + 3_600_000))).toBeLessThan(5);
    learnServerTime('nonsense');
    expect(serverNow()).toBeGreaterThan(Date.now() + 3_000_000);
    learnServerTime(now, now);
  });
});
