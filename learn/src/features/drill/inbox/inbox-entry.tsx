import type { InboxItem } from '@readyroom/contract';
import { Icon } from '../../../shared/ui/icons.js';
import { timeOfDay } from '../line/scenario-time.js';
import { isPending, useDrillRun } from '../parts/drill-context.js';
import { seatTitle, senderName } from '../parts/seat-names.js';
import { useWords } from '../words/use-words.js';

interface Props {
  item: InboxItem;
  onAnswer: (seat: string) => void;
  onForward: () => void;
}

export function InboxEntry({ item, onAnswer, onForward }: Props) {
  const { w, text } = useWords();
  const drill = useDrillRun();
  const { stage, view, seat, act, mayAct } = drill;
  const sentByMe = item.direction !== null && item.from.kind === 'seat' && item.from.key === seat;
  const forMe = seat !== null && item.to.includes(seat);
  const done = seat !== null && item.acknowledgedBy.includes(seat);
  const waiting = isPending(drill, 'acknowledge', ({ what }) => what === item.what);
  const names = (keys: readonly string[]) => w.join(keys.map((key) => text(seatTitle(stage, key))));
  const others = item.acknowledgedBy.filter((key) => key !== seat);
  const { about } = item;
  const quoted = about === null ? undefined : view.posts.get(about)?.text;
  // Only a message of another seat can be answered; an inject is passed on.
  const answerTo = !sentByMe && item.direction !== null && item.from.key !== null ? item.from.key : null;
  return (
    <article class={`mail card ${forMe && !done ? 'mail--open' : ''}`}>
      <header class="mail__head">
        <strong>{sentByMe ? w.inbox.me : text(senderName(stage, item.from))}</strong>
        {item.direction && <span class="tag">{w.inbox.direction[item.direction]}</span>}
        <span class="post__time">{timeOfDay(stage.startsAt, item.at)}</span>
      </header>
      {item.to.length > 0 && <p class="quiet small">{w.inbox.to(names(item.to))}</p>}
      {about !== null && <blockquote class="quote">{quoted ? text(quoted) : w.inbox.aboutInject}</blockquote>}
      <p class="mail__text">{text(item.text)}</p>
      <CardOutcome inject={item.what} />
      {others.length > 0 && (
        <p class="quiet small">
          <Icon name="check" size={16} /> {w.inbox.acknowledgedBy(names(others))}
        </p>
      )}
      {done && (
        <p class="mail__done">
          <Icon name="done" size={18} /> {w.inbox.acknowledged}
        </p>
      )}
      {mayAct && (
        <footer class="post__actions">
          {forMe && !done && (
            <button
              type="button"
              class="button button--primary"
              aria-disabled={waiting}
              onClick={() => !waiting && void act({ kind: 'acknowledge', what: item.what })}
            >
              {waiting ? w.inbox.acknowledging : w.inbox.acknowledge}
            </button>
          )}
          {answerTo !== null && (
            <button type="button" class="button" onClick={() => onAnswer(answerTo)}>
              {w.inbox.answer}
            </button>
          )}
          {item.direction === null && (
            <button type="button" class="button" onClick={onForward}>
              {w.inbox.forward}
            </button>
          )}
        </footer>
      )}
    </article>
  );
}

/** What became of the decision that came with an inject. */
function CardOutcome({ inject }: { inject: string }) {
  const { w, text } = useWords();
  const { view } = useDrillRun();
  const one = view.cards.find((card) => card.inject === inject);
  if (!one?.closed) return null;
  const { closed, card } = one;
  const option = card.options.find(({ key }) => key === closed.option);
  const label = option ? text(option.label) : closed.option;
  return (
    <div class="outcome">
      <p>
        <strong>{closed.by === 'player' ? w.inbox.decided(label) : w.inbox.defaulted(label)}</strong>
      </p>
      <p>{text(closed.consequence)}</p>
    </div>
  );
}
