import type { CardView } from '@readyroom/contract';
import { online } from '../../../shared/connection.js';
import { Icon } from '../../../shared/ui/icons.js';
import { useStore } from '../../../shared/use-store.js';
import { timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';

/** On its way, recorded, or decided by the default, with what followed. */
export function CardResult({ one, onClose }: { one: CardView; onClose?: () => void }) {
  const { w, text } = useWords();
  const { stage, pending, outcomes } = useDrillRun();
  const reachable = useStore(online);
  const { card, closed } = one;
  const waiting = pending.find((action) => action.kind === 'decide' && action.card === card.key);
  const key = closed?.option ?? (waiting?.kind === 'decide' ? waiting.option : '');
  const option = card.options.find((other) => other.key === key);
  const outcome = outcomes.find(({ action }) => action.kind === 'decide' && action.card === card.key);
  const state = () => {
    if (!closed) return reachable ? w.card.sending : w.card.kept;
    if (closed.by === 'time') return w.card.defaulted;
    if (closed.by === 'stand_in') return w.card.stoodIn;
    return w.card.recorded(timeOfDay(stage.startsAt, outcome?.at ?? closed.at, true));
  };
  return (
    <section class="dock__result" role="status">
      <p class={`dock__state ${closed?.by === 'time' ? 'dock__state--default' : ''}`}>
        <Icon name={closed ? (closed.by === 'time' ? 'clock' : 'done') : 'device'} size={20} />
        <strong>{state()}</strong>
      </p>
      {option && <p>{w.card.chosen(text(option.label))}</p>}
      {closed && (
        <p>
          <span class="quiet">{w.card.consequence} · </span>
          {text(closed.consequence)}
        </p>
      )}
      {onClose && (
        <button type="button" class="button button--wide" onClick={onClose}>
          {w.card.close}
        </button>
      )}
    </section>
  );
}
