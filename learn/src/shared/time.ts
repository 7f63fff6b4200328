/** Milliseconds that the clock of the server is ahead of this device. */
let ahead = 0;

/** Learns the time of the server from an answer. The shortest trip is not known, so the error is up to the delay. */
export const learnServerTime = (instant: string | number, now = Date.now()): void => {
  const then = typeof instant === 'number' ? instant : Date.parse(instant);
  if (Number.isFinite(then)) ahead = then - now;
};

export const serverNow = (): number => Date.now() + ahead;

/** Sequence numbers grow from save to save, and across devices, because they follow the clock of the server. */
export const nextSeq = (lastSeen: number, now: number): number => Math.max(lastSeen + 1, Math.floor(now));

/** 75_000 → "1:15", 3_725_000 → "1:02:05". Rounded up, so that 0:00 is shown when time is really up. */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
