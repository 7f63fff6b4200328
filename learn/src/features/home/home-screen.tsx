import type { CertificationList, LearnerHome } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { dayPart } from '../../shared/i18n/due.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { useReloadAfterDelivery } from '../../shared/offline/use-reload-after-delivery.js';
import { usePage } from '../../shared/offline/use-page.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { Icon } from '../../shared/ui/icons.js';
import { EmptyState, ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { ContinueCard } from './continue-card.js';
import { cardsOf, nextItem } from '../../shared/programs/program-order.js';
import { usePrograms } from '../../shared/programs/use-programs.js';
import { useWords } from '../../shared/programs/use-words.js';
import { CourseList } from './course-list.js';
import { DrillStrip } from './drill-strip.js';
import { homeOrder, type HomeOrder } from './home-order.js';
import { ProgramCards } from './program-cards.js';
import './home.css';

const FIRST_SHOWN = 3;

export function HomeScreen() {
  const { t, locale } = useI18n();
  const { me } = useSignedIn();
  const [part] = useState(() => dayPart(new Date().getHours()));
  const { data, keptAt, error, reload } = usePage<LearnerHome>('home', (language) =>
    api.get('/learn/home', { locale: language }),
  );
  const programs = usePrograms();
  useReloadAfterDelivery(reload);
  useReloadAfterDelivery(programs.reload);
  if (error) return <ErrorState error={error} onRetry={reload} />;
  const name = locale === 'en' && me.englishName ? me.englishName : me.name;
  const hello = t.home.hello(t.home.greeting[part], name);
  // Both come together, so that nothing moves while somebody reads; without its programs the home is still a home.
  const ready = data && (programs.data || programs.error);
  const order = ready ? homeOrder(data, programs.data?.items ?? []) : null;
  return (
    <>
      <Title windowTitle={t.home.title}>{hello}</Title>
      {ready && order ? (
        <>
          <Lead home={data} order={order} programs={programs.data} />
          <Ways />
          <KeptLabel keptAt={keptAt} />
          <HomeBody home={data} order={order} programs={programs.data} />
        </>
      ) : (
        <Skeleton heights={[1.5, 16, 5, 5]} />
      )}
    </>
  );
}

interface Parts {
  home: LearnerHome;
  order: HomeOrder;
  programs: CertificationList | null;
}

const asksFor = (programs: CertificationList | null): boolean =>
  (programs?.items ?? []).some(({ status, items }) => status !== 'waived' && nextItem(items) !== null);

function Lead({ order, programs }: Parts) {
  const { t } = useI18n();
  const { p } = useWords();
  return (
    <p class="quiet">{order.open === 0 && asksFor(programs) ? p.asksForMore : t.home.open(order.open)}</p>
  );
}

/** What is not on this page itself: the calendar, and the team of whoever leads one. */
function Ways() {
  const { t } = useI18n();
  const { me } = useSignedIn();
  return (
    <nav class="ways" aria-label={t.home.ways}>
      <Link href="/calendar" class="ways__link">
        <Icon name="calendar" size={20} />
        {t.home.calendar}
      </Link>
      {me.leadsTeam && (
        <Link href="/team" class="ways__link">
          <Icon name="person" size={20} />
          {t.home.team}
        </Link>
      )}
    </nav>
  );
}

function HomeBody({ home, order, programs }: Parts) {
  const { t } = useI18n();
  const { next, due } = order;
  const nothing = !next && due.length === 0 && !asksFor(programs);
  return (
    <>
      {next && <ContinueCard card={next} today={home.today} />}
      {nothing && home.done.length === 0 && (
        <EmptyState icon="calendar" title={t.home.emptyTitle} text={t.home.emptyText} />
      )}
      {nothing && home.done.length > 0 && (
        <EmptyState icon="done" title={t.home.allDoneTitle} text={t.home.allDoneText} />
      )}
      {programs && <ProgramCards list={programs} cards={cardsOf(home)} continued={next?.courseId ?? null} />}
      <CourseList title={t.home.due} cards={due} today={home.today} shown={FIRST_SHOWN} />
      <DrillStrip />
      <CourseList title={t.home.done} cards={home.done} today={home.today} shown={FIRST_SHOWN} />
    </>
  );
}
