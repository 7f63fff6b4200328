import type { DrillView } from '../../../providers/contract.js';
import type { Deeds } from '../line/deeds.js';

/** Real time after which somebody who has something to do and does nothing counts as silent. */
export const SILENT_AFTER_S = 60;

export interface Standing {
  seat: string;
  played: boolean;
  /** Decisions that wait for this seat. */
  cards: number;
  /** Injects and messages to this seat that nobody there has acknowledged. */
  messages: number;
  lastDeed: number | null;
  isSilent: boolean;
}

interface Waiting {
  kind: 'card' | 'message';
  since: number;
}

function waitingFor(seat: string, { cards, inbox, delivered }: DrillView): Waiting[] {
  const mine = cards.filter(({ card }) => card.seat === seat);
  // A decision says that the message was read.
  const withCard = new Set(mine.map(({ inject }) => inject));
  return [
    ...mine
      .filter(({ closed }) => closed === null)
      .map(({ inject }) => ({ kind: 'card' as const, since: delivered.get(inject) ?? 0 })),
    ...inbox
      .filter(
        ({ what, to, acknowledgedBy }) =>
          to.includes(seat) && !acknowledgedBy.includes(seat) && !withCard.has(what),
      )
      .map(({ at }) => ({ kind: 'message' as const, since: at })),
  ];
}

/** How the seats stand: what waits for them, and who has been silent for a minute of real time. */
export function standings(
  seats: readonly { key: string }[],
  view: DrillView,
  { deeds, now, rate }: { deeds: Deeds; now: number; rate: number },
): Standing[] {
  return seats.map(({ key }) => {
    const played = view.played.get(key) ?? false;
    const waiting = waitingFor(key, view);
    const lastDeed = deeds.get(key) ?? null;
    const since = Math.max(Math.min(...waiting.map((one) => one.since)), lastDeed ?? 0);
    return {
      seat: key,
      played,
      cards: waiting.filter(({ kind }) => kind === 'card').length,
      messages: waiting.filter(({ kind }) => kind === 'message').length,
      lastDeed,
      isSilent: played && waiting.length > 0 && (now - since) / rate > SILENT_AFTER_S,
    };
  });
}
