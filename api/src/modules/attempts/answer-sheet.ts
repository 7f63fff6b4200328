import type { KeyedAnswer } from './presentation.js';

/** What holds for one question: the last answer by sequence number. 0 = never answered. */
export interface Held {
  readonly position: number;
  readonly seq: number;
  readonly answer: KeyedAnswer | null;
}

/** Of several answers to one question in one request only the newest counts; of equals the first. */
export function newest(incoming: readonly Held[]): Held[] {
  const best = new Map<number, Held>();
  for (const entry of incoming) {
    const known = best.get(entry.position);
    if (!known || entry.seq > known.seq) best.set(entry.position, entry);
  }
  return [...best.values()];
}

/** The sheet after these answers arrived: an answer replaces the one held if its sequence number is greater. */
export function merged<T extends Held>(held: readonly T[], incoming: readonly Held[]): T[] {
  const news = new Map(newest(incoming).map((entry) => [entry.position, entry]));
  return held.map((entry) => {
    const latest = news.get(entry.position);
    return latest && latest.seq > entry.seq ? { ...entry, seq: latest.seq, answer: latest.answer } : entry;
  });
}

/** Whether what was sent is what holds now: the same answer again (a retry), or the one just saved. */
export const holds = (sent: Held, held: Held): boolean =>
  sent.seq === held.seq && canonical(sent.answer) === canonical(held.answer);

// jsonb gives keys back in an order of its own.
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
