import type { MyDrills } from '@readyroom/contract';
import { Link } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { usePage } from '../../shared/offline/use-page.js';
import { DRILL_MARK } from '../../shared/ui/drill-banner.js';
import { EmptyState, ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { CalendarFeed } from '../../shared/planned/calendar-feed.js';
import { usePlanned } from '../../shared/planned/use-planned.js';
import { DrillCards } from './drill-cards.js';
import { JoinForm } from './join-form.js';
import { PlannedDrills } from './planned-drills.js';
import { SoloList } from './solo-list.js';
import { useWords } from './use-words.js';
import './drills.css';

const PAST_SHOWN = 5;

export function DrillsScreen() {
  const { t } = useI18n();
  const { w } = useWords();
  const { data, keptAt, error, reload } = usePage<MyDrills>('drills', () => api.get('/learn/drills'));
  const calendar = usePlanned();
  if (error) return <ErrorState error={error} onRetry={reload} />;
  return (
    <>
      <Title windowTitle={`${DRILL_MARK} · ${w.title}`}>{w.title}</Title>
      <p class="quiet">{w.lead}</p>
      {data ? (
        <>
          <KeptLabel keptAt={keptAt} />
          {data.now.length + data.upcoming.length + calendar.planned.length === 0 && (
            <EmptyState icon="calendar" title={w.emptyTitle} text={w.emptyText} />
          )}
          <DrillCards title={w.now} cards={data.now} shown={data.now.length} />
          <DrillCards title={w.upcoming} cards={data.upcoming} shown={3} />
          <PlannedDrills planned={calendar.planned} />
          {calendar.error && (
            <p class="alert alert--warn" role="alert">
              <span>{w.plannedFailed}</span>
              <button type="button" class="link-button" onClick={calendar.reload}>
                {t.app.retry}
              </button>
            </p>
          )}
          <JoinForm />
          <SoloList solo={data.solo} />
          <DrillCards title={w.past} cards={data.past} shown={PAST_SHOWN} />
          {calendar.data && <CalendarFeed since={calendar.data.feedSince} onMade={calendar.reload} />}
          <p class="drills__model">
            <Link href="/readiness">{w.readiness}</Link>
          </p>
          <p class="drills__model">
            <Link href="/actions">{w.actions}</Link>
          </p>
          <p class="drills__model">
            <Link href="/drills/model">{t.drillModel.title}</Link>
          </p>
        </>
      ) : (
        <Skeleton heights={[6, 8, 12]} />
      )}
    </>
  );
}
