import type { CardView } from '@readyroom/contract';
import { closedAfter, openCards } from './my-cards.js';

const text = { zh: '问', en: 'ask' };
const card = (key: string, seat: string, dueAt: number, closedId: number | null = null): CardView => ({
  inject: key,
  card: { key, seat, prompt: text, dueAt, default: 'wait', options: [] },
  closed:
    closedId === null
      ? null
      : {
          id: closedId,
          at: 0,
          card: key,
          seat,
          option: 'wait',
          by: 'time',
          confidence: null,
          rationale: null,
          consequence: text,
        },
});
const CARDS = [
  card('late', 'desk', 900),
  card('soon', 'desk', 300),
  card('other', 'lead', 100),
  card('done', 'desk', 60, 7),
  card('gone', 'desk', 90, 9),
];
const keys = (cards: CardView[]) => cards.map(({ card: { key } }) => key);

describe('openCards', () => {
  it('should be those of the seat that wait, the most urgent first', () =>
    expect(keys(openCards(CARDS, 'desk'))).toEqual(['soon', 'late']));
  it('should be none for whoever only looks on', () => expect(openCards(CARDS, null)).toEqual([]));
});

describe('closedAfter', () => {
  it('should be those closed since, latest first', () => {
    expect(keys(closedAfter(CARDS, 'desk', 0))).toEqual(['gone', 'done']);
    expect(keys(closedAfter(CARDS, 'desk', 7))).toEqual(['gone']);
  });
});
