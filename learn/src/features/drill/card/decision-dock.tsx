import { useState } from 'preact/hooks';
import { isPending, useDrillRun } from '../parts/drill-context.js';
import { CardForm } from './card-form.js';
import { CardResult } from './card-result.js';
import { closedAfter, openCards } from './my-cards.js';

/** Pinned below everything else: what there is to decide now, and what came of the last decision. */
export function DecisionDock() {
  const drill = useDrillRun();
  const { view, seat, mayAct } = drill;
  // What was over before this screen opened is no news.
  const [seen, setSeen] = useState(view.lastId);
  const open = openCards(view.cards, seat);
  const [result] = closedAfter(view.cards, seat, seen);
  const [next, ...others] = open.filter(
    ({ card }) => !isPending(drill, 'decide', (a) => a.card === card.key),
  );
  const [sending] = open.filter(({ card }) => isPending(drill, 'decide', (a) => a.card === card.key));
  if (!mayAct || (!next && !result && !sending)) return null;
  return (
    <div class="dock" id="decision">
      {result && <CardResult one={result} onClose={() => setSeen(result.closed?.id ?? seen)} />}
      {sending && <CardResult one={sending} />}
      {next && <CardForm key={next.card.key} one={next} others={others.length} />}
    </div>
  );
}
