import type { DrillEvent } from '@readyroom/contract';
import { useMemo } from 'preact/hooks';
import { stepTaken } from '../desk/statement-steps.js';
import { timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { seatTitle } from '../parts/seat-names.js';
import { useWords } from '../words/use-words.js';
import { ownDeeds } from './own-deeds.js';

/** The reader's own actions, by scenario time. */
export function OwnLog() {
  const { w } = useWords();
  const { stage, state, seat, outcomes } = useDrillRun();
  const deeds = useMemo(() => {
    const replies = outcomes.flatMap(({ post }) => post ?? []);
    return ownDeeds(state.events, seat, new Set(replies));
  }, [state.events, seat, outcomes]);
  if (deeds.length === 0) return <p class="quiet">{w.over.logEmpty}</p>;
  return (
    <ol class="own-log">
      {deeds.map((event) => (
        <li key={event.id}>
          <span class="own-log__time">{timeOfDay(stage.startsAt, event.at)}</span>
          <Deed event={event} />
        </li>
      ))}
    </ol>
  );
}

function Deed({ event: { body } }: { event: DrillEvent }) {
  const { w, text } = useWords();
  const { stage, view } = useDrillRun();
  const words = (): string => {
    switch (body.kind) {
      case 'acknowledged':
        return w.did.acknowledge;
      case 'card_closed': {
        const card = view.cards.find((one) => one.card.key === body.card)?.card;
        const option = card?.options.find(({ key }) => key === body.option);
        return w.did.decide(option ? text(option.label) : body.option);
      }
      case 'message':
        return w.did.message(w.join(body.to.map((key) => text(seatTitle(stage, key)))));
      case 'statement':
        return w.did.statement(
          w.statement.states[stepTaken(body, view.statements.get(body.statement) ?? [])],
          body.version,
        );
      case 'contacted': {
        const clock = body.clock === null ? undefined : view.clocks.get(body.clock);
        const partner = stage.partners.find(({ key }) => key === body.partner);
        return clock
          ? w.did.notify(text(clock.title))
          : w.did.contact(partner ? text(partner.name) : body.partner);
      }
      case 'triaged':
        return w.did.triage(w.triage.classes[body.class], w.triage.priorities[body.priority]);
      case 'threshold':
        return w.did.threshold(w.alert.measures[body.measure], w.alert.levels[body.level]);
      case 'alert':
        return w.did.alert(w.alert.levels[body.level]);
      case 'sitrep':
        return w.did.sitrep;
      default:
        return w.did.reply;
    }
  };
  return <span>{words()}</span>;
}
