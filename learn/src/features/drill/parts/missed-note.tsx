import type { DrillEvent } from '@readyroom/contract';
import { useMemo } from 'preact/hooks';
import { digestOf } from '../line/digest.js';
import { timeOfDay } from '../line/scenario-time.js';
import { useWords } from '../words/use-words.js';
import { useDrillRun } from './drill-context.js';
import { senderName } from './seat-names.js';

/** "You missed 3 events": kinds with counts, and what matters by name. */
export function MissedNote({ onClose }: { onClose: () => void }) {
  const { w } = useWords();
  const { state, seat } = useDrillRun();
  const digest = useMemo(() => digestOf(state.missed, seat), [state.missed, seat]);
  if (digest.total === 0) return null;
  return (
    <section class="drill-note drill-note--news missed" aria-labelledby="missed-title">
      <h2 id="missed-title">{w.missed.title(digest.total)}</h2>
      <p>{w.join(digest.counts.map(({ kind, count }) => w.missed.kind[kind](count)))}</p>
      {digest.important.length > 0 && (
        <>
          <h3 class="eyebrow">{w.missed.important}</h3>
          <ul class="missed__list">
            {digest.important.map((event) => (
              <MissedLine key={event.id} event={event} />
            ))}
          </ul>
        </>
      )}
      <button type="button" class="link-button" onClick={onClose}>
        {w.missed.close}
      </button>
    </section>
  );
}

function MissedLine({ event: { at, body } }: { event: DrillEvent }) {
  const { w, text } = useWords();
  const { stage } = useDrillRun();
  const words = () => {
    switch (body.kind) {
      case 'inject':
        return body.card
          ? w.missed.card(text(body.card.prompt))
          : w.missed.message(text(senderName(stage, body.from)), text(body.text));
      case 'message':
        return w.missed.message(text(senderName(stage, { kind: 'seat', key: body.from })), text(body.text));
      case 'phase':
        return w.missed.phase(text(body.title));
      case 'statement':
        return w.missed.statement(w.statement.states[body.state]);
      case 'alarm':
        return w.missed.alarm(w.alert.measures[body.measure], w.alert.levels[body.level]);
      case 'card_closed':
        return w.missed.cardClosed(text(body.consequence));
      default:
        return '';
    }
  };
  return (
    <li>
      <span class="quiet">{timeOfDay(stage.startsAt, at)}</span> {words()}
    </li>
  );
}
