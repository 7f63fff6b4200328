import type { RobotLimits } from './robot-message.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** Lines are not equally fast every time: what leaves a minute apart can arrive closer together than that. */
const MARGIN = { second: 50, minute: 1_000 };
const HALF_HOUR_MIN = 30;

/**
 * When a robot may send its next message: now, or when all that holds it up is over. `sent` are the moments of those before,
 * newest first, at least as many as it may send in a minute. No span of a second or a minute ever has more than allowed.
 */
export function nextSlot(
  limits: RobotLimits,
  sent: readonly Date[],
  pausedUntil: Date | null,
  now: Date,
): Date {
  const free = (count: number, spanMs: number): number =>
    sent.length >= count ? sent[count - 1]!.getTime() + spanMs : 0;
  const at = Math.max(
    now.getTime(),
    pausedUntil?.getTime() ?? 0,
    free(limits.perSecond, SECOND_MS + MARGIN.second),
    free(limits.perMinute, MINUTE_MS + MARGIN.minute),
  );
  if (!limits.avoidsHalfHours || new Date(at).getUTCMinutes() % HALF_HOUR_MIN !== 0) return new Date(at);
  return new Date((Math.floor(at / MINUTE_MS) + 1) * MINUTE_MS);
}
