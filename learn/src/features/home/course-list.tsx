import type { CourseCard } from '@readyroom/contract';
import { useId, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { formatInstantDay } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { DueLabel } from '../../shared/ui/due-label.js';
import { Icon } from '../../shared/ui/icons.js';
import { Ring } from '../../shared/ui/progress.js';

interface Props {
  title: string;
  cards: readonly CourseCard[];
  today: string;
  /** How many before "show all". */
  shown: number;
}

export function CourseList({ title, cards, today, shown }: Props) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const heading = useId();
  if (cards.length === 0) return null;
  return (
    <section class="section" aria-labelledby={heading}>
      <h2 id={heading} class="section__title">
        {title}
      </h2>
      <ul class="course-list card">
        {(all ? cards : cards.slice(0, shown)).map((card) => (
          <CourseRow key={card.courseId} card={card} today={today} />
        ))}
      </ul>
      {cards.length > shown && (
        <button type="button" class="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.home.showLess : t.home.showAll(cards.length)}
        </button>
      )}
    </section>
  );
}

function CourseRow({ card, today }: { card: CourseCard; today: string }) {
  const { t, locale } = useI18n();
  const { me } = useSignedIn();
  return (
    <li>
      <Link href={`/courses/${card.courseId}`} class="course-row">
        {card.completedAt ? (
          <span class="course-row__done">
            <Icon name="done" size={32} />
          </span>
        ) : (
          <Ring percent={card.percent} />
        )}
        <span class="course-row__text">
          <span class="course-row__title">{card.title}</span>
          {card.completedAt ? (
            <span class="meta">
              {t.home.completedOn(formatInstantDay(card.completedAt, locale, me.organisation.timeZone))}
            </span>
          ) : (
            <span class="meta">
              <DueLabel dueOn={card.dueOn} today={today} />
              <span>{card.mandatory ? t.course.mandatory : t.course.optional}</span>
              <span>{t.course.minutesLeft(card.minutesLeft)}</span>
              <span class="visually-hidden">{t.course.percent(card.percent)}</span>
            </span>
          )}
        </span>
        <Icon name="chevron" size={20} />
      </Link>
    </li>
  );
}
