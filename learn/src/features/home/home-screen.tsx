import type { LearnerHome } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { dayPart } from '../../shared/i18n/due.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { useReloadAfterDelivery } from '../../shared/offline/use-reload-after-delivery.js';
import { usePage } from '../../shared/offline/use-page.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { EmptyState, ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { ContinueCard } from './continue-card.js';
import { CourseList } from './course-list.js';
import { DrillStrip } from './drill-strip.js';
import './home.css';

const FIRST_SHOWN = 3;

export function HomeScreen() {
  const { t, locale } = useI18n();
  const { me } = useSignedIn();
  const [part] = useState(() => dayPart(new Date().getHours()));
  const { data, keptAt, error, reload } = usePage<LearnerHome>('home', (language) =>
    api.get('/learn/home', { locale: language }),
  );
  useReloadAfterDelivery(reload);
  if (error) return <ErrorState error={error} onRetry={reload} />;
  const name = locale === 'en' && me.englishName ? me.englishName : me.name;
  const hello = t.home.hello(t.home.greeting[part], name);
  return (
    <>
      <Title windowTitle={t.home.title}>{hello}</Title>
      {data ? (
        <>
          <p class="quiet">{t.home.open(data.due.length + (data.continue ? 1 : 0))}</p>
          <KeptLabel keptAt={keptAt} />
          <HomeBody home={data} />
        </>
      ) : (
        <Skeleton heights={[1.5, 16, 5, 5]} />
      )}
    </>
  );
}

function HomeBody({ home }: { home: LearnerHome }) {
  const { t } = useI18n();
  const nothing = !home.continue && home.due.length === 0;
  return (
    <>
      {home.continue && <ContinueCard card={home.continue} today={home.today} />}
      {nothing && home.done.length === 0 && (
        <EmptyState icon="calendar" title={t.home.emptyTitle} text={t.home.emptyText} />
      )}
      {nothing && home.done.length > 0 && (
        <EmptyState icon="done" title={t.home.allDoneTitle} text={t.home.allDoneText} />
      )}
      <CourseList title={t.home.due} cards={home.due} today={home.today} shown={FIRST_SHOWN} />
      <DrillStrip />
      <CourseList title={t.home.done} cards={home.done} today={home.today} shown={FIRST_SHOWN} />
    </>
  );
}
