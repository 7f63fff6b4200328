/** How long after the end the server still takes what was on its way. */
const GRACE_MS = 3_000;

/** Whether the time of an attempt is up. `endsAt: null` = untimed. */
export const isOver = (endsAt: Date | null, now: Date): boolean =>
  endsAt !== null && endsAt < earliestOpenEnd(now);

/** Attempts that end before this instant are over. */
export const earliestOpenEnd = (now: Date): Date => new Date(now.getTime() - GRACE_MS);

/** When an attempt that begins now ends; 0 minutes = untimed. */
export const endOf = (startedAt: Date, limitMinutes: number): Date | null =>
  limitMinutes === 0 ? null : new Date(startedAt.getTime() + limitMinutes * 60_000);

/** What is left of the attempts allowed; null = unlimited. */
export const attemptsLeft = (allowed: number, used: number): number | null =>
  allowed === 0 ? null : Math.max(0, allowed - used);
