import fc from 'fast-check';
import { ROBOT_KINDS } from '@readyroom/contract';
import { ROBOT_LIMITS } from './robot-message.js';
import { nextSlot } from './robot-pace.js';

const START = Date.parse('2026-03-02T01:29:20.000Z');

/** Sends `count` messages, each as soon as it may; answers when each went. */
function sendAll(
  kind: (typeof ROBOT_KINDS)[number],
  count: number,
  start: number,
  delays: number[],
): number[] {
  const sent: Date[] = [];
  let now = start;
  for (let n = 0; n < count; n++) {
    const at = nextSlot(ROBOT_LIMITS[kind], sent, null, new Date(now));
    sent.unshift(at);
    now = at.getTime() + (delays[n % delays.length] ?? 0);
  }
  return sent.map((at) => at.getTime()).reverse();
}

describe('the pace of a robot', () => {
  it('should never have more in any second or minute than the chat system takes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROBOT_KINDS),
        fc.integer({ min: 1, max: 250 }),
        fc.integer({ min: 0, max: 7_200_000 }),
        fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 8 }),
        (kind, count, offset, delays) => {
          const { perSecond, perMinute, avoidsHalfHours } = ROBOT_LIMITS[kind];
          const times = sendAll(kind, count, START + offset, delays);
          for (const [spanMs, most] of [
            [1_000, perSecond],
            [60_000, perMinute],
          ] as const)
            times.forEach((at, n) => {
              if (n >= most) expect(at - times[n - most]!).toBeGreaterThan(spanMs);
            });
          if (avoidsHalfHours) for (const at of times) expect(new Date(at).getUTCMinutes() % 30).not.toBe(0);
        },
      ),
    );
  });

  it.each([
    ['wecom', 20, 0],
    ['wecom', 21, 61_000],
    ['dingtalk', 20, 0],
    ['slack', 10, 9 * 1_050],
    ['teams', 4, 0],
    ['teams', 5, 1_050],
    ['feishu', 5, 0],
  ] as const)('should not hold up %s longer than that: %i messages in %i ms', (kind, count, ms) => {
    const from = Date.parse('2026-03-02T01:05:00.000Z');
    const times = sendAll(kind, count, from, [0]);
    expect(times.at(-1)! - from).toBe(ms);
  });

  it('should wait as long as the far side asks, and out of the crowded minute that this ends in', () => {
    const now = new Date(START);
    const until = new Date('2026-03-02T01:30:05.000Z');
    expect(nextSlot(ROBOT_LIMITS.slack, [], until, now)).toEqual(until);
    expect(nextSlot(ROBOT_LIMITS.feishu, [], until, now)).toEqual(new Date('2026-03-02T01:31:00.000Z'));
    expect(nextSlot(ROBOT_LIMITS.slack, [], new Date(START - 1), now)).toEqual(now);
  });
});
