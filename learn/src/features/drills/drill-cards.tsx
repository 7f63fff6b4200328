import type { MyDrills } from '@readyroom/contract';
import { useId, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { formatDayAndTime } from '../../shared/i18n/format.js';
import { Icon } from '../../shared/ui/icons.js';
import { useWords } from './use-words.js';

type Card = MyDrills['now'][number];
interface Props {
  title: string;
  cards: readonly Card[];
  /** How many before "show all". */
  shown: number;
}

export function DrillCards({ title, cards, shown }: Props) {
  const { w } = useWords();
  const [all, setAll] = useState(false);
  const heading = useId();
  if (cards.length === 0) return null;
  return (
    <section class="section" aria-labelledby={heading}>
      <h2 id={heading} class="section__title">
        {title}
      </h2>
      <ul class="drill-list card">
        {(all ? cards : cards.slice(0, shown)).map((card) => (
          <DrillRow key={card.runId} card={card} />
        ))}
      </ul>
      {cards.length > shown && (
        <button type="button" class="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? w.showLess : w.showAll(cards.length)}
        </button>
      )}
    </section>
  );
}

function DrillRow({ card }: { card: Card }) {
  const { w, text, locale } = useWords();
  const title = text(card.title);
  const over = card.status === 'ended' || card.status === 'stopped';
  const live = card.status === 'running' || card.status === 'paused';
  const when = (instant: string) => formatDayAndTime(Date.parse(instant), locale);
  return (
    <li>
      <Link
        href={`/drills/${card.runId}`}
        class="drill-row"
        aria-label={over ? w.view(title) : w.enterNamed(title)}
      >
        <span class="drill-row__text">
          <span class="drill-row__title">{title}</span>
          <span class="meta">
            <span class={`tag ${live ? 'tag--accent' : ''}`}>{w.status[card.status]}</span>
            <span>{w.mode[card.mode]}</span>
            <span>{card.seat ? w.seat(text(card.seat)) : w.role[card.role]}</span>
            {!over && card.plannedFor && <span>{w.starts(when(card.plannedFor))}</span>}
            {card.endedAt && <span>{w.endedAt(when(card.endedAt))}</span>}
          </span>
        </span>
        <Icon name="chevron" size={20} />
      </Link>
    </li>
  );
}
