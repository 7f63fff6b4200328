import type { MyDrills } from '@readyroom/contract';
import { Link } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { formatDayAndTime } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { usePage } from '../../shared/offline/use-page.js';
import { PlannedRow } from '../../shared/planned/planned-row.js';
import { usePlanned } from '../../shared/planned/use-planned.js';
import { Icon } from '../../shared/ui/icons.js';

const SHOWN = 3;

/** Drills that go on or come up, planned ones among them, and the way to all others. Without an answer only the way. */
export function DrillStrip() {
  const { t, text, locale } = useI18n();
  const { data } = usePage<MyDrills>('drills', () => api.get('/learn/drills'));
  const { planned } = usePlanned();
  const cards = [...(data?.now ?? []), ...(data?.upcoming ?? [])].slice(0, SHOWN);
  return (
    <section class="section" aria-labelledby="drill-strip">
      <h2 id="drill-strip" class="section__title">
        {t.drills.section}
      </h2>
      {cards.length + planned.length > 0 && (
        <ul class="course-list card">
          {cards.map((card) => (
            <li key={card.runId}>
              <Link href={`/drills/${card.runId}`} class="course-row">
                <span class="course-row__text">
                  <span class="course-row__title">{text(card.title)}</span>
                  <span class="meta">
                    {card.status !== 'ended' && card.status !== 'stopped' && (
                      <span class="tag tag--accent">{t.drills[card.status]}</span>
                    )}
                    {card.plannedFor && <span>{formatDayAndTime(Date.parse(card.plannedFor), locale)}</span>}
                    {card.seat && <span>{text(card.seat)}</span>}
                  </span>
                </span>
                <Icon name="chevron" size={20} />
              </Link>
            </li>
          ))}
          {planned.slice(0, SHOWN - cards.length).map((drill) => (
            <PlannedRow key={drill.occurrenceId} drill={drill} />
          ))}
        </ul>
      )}
      {cards.length + planned.length === 0 && <p class="quiet small">{t.drills.soloHint}</p>}
      <Link href="/drills" class="link-button">
        {t.drills.all}
      </Link>
    </section>
  );
}
