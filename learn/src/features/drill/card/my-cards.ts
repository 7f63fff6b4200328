import type { CardView, DrillView } from '@readyroom/contract';

/** Cards of a seat that are still to be decided, the most urgent first. */
export const openCards = (cards: DrillView['cards'], seat: string | null): CardView[] =>
  cards
    .filter(({ card, closed }) => card.seat === seat && !closed)
    .sort((a, b) => a.card.dueAt - b.card.dueAt);

/** Cards of a seat that were closed after an event, latest first. */
export const closedAfter = (cards: DrillView['cards'], seat: string | null, id: number): CardView[] =>
  cards
    .filter(({ card, closed }) => card.seat === seat && closed !== null && closed.id > id)
    .sort((a, b) => b.closed!.id - a.closed!.id);
