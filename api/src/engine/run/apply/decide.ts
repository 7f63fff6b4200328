import { closeCard } from '../course/deliver.js';
import { meetExpectations } from '../course/expectations.js';
import { own } from '../own.js';
import type { Apply } from './deed.js';

/** A card is decided once, by its seat, before its time is up. */
export const applyDecide: Apply<'decide'> = (run, { seat, action }) => {
  const card = run.lookup.cards.get(action.card);
  const opened = own(run.state.cards, action.card);
  if (!card || !opened) return 'drill.unknown_target';
  if (card.seat !== seat) return 'drill.not_your_seat';
  if (opened.closed || run.at >= opened.dueAt) return 'drill.card_closed';
  if (!card.options.some(({ key }) => key === action.option)) return 'drill.unknown_target';
  const { option, confidence, rationale } = action;
  meetExpectations(run, seat, { kind: 'decide', card: card.key });
  closeCard(run, card, { option, by: 'player', confidence, rationale });
  return null;
};
