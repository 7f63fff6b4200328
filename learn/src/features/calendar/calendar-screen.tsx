import type { LearnerHome } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { usePage } from '../../shared/offline/use-page.js';
import { CalendarFeed } from '../../shared/planned/calendar-feed.js';
import { usePlanned } from '../../shared/planned/use-planned.js';
import { usePrograms } from '../../shared/programs/use-programs.js';
import { ChoiceBar } from '../../shared/ui/choice-bar.js';
import { EmptyState, ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { entriesOf, type Entry } from './entries.js';
import { EntryRow } from './entry-row.js';
import { MonthView } from './month-view.js';
import { useWords } from './use-words.js';
import './calendar.css';

type View = 'list' | 'month';

/** Every day that matters, as a list or by month. What could not be had is said, the rest is shown. */
export function CalendarScreen() {
  const { w, t, locale } = useWords();
  const [view, setView] = useState<View>('list');
  const home = usePage<LearnerHome>('home', (language) => api.get('/learn/home', { locale: language }));
  const programs = usePrograms();
  const drills = usePlanned();
  const pages = [home, programs, drills];
  const retry = () => pages.forEach((page) => page.reload());
  const failed = pages.filter(({ error }) => error !== null);
  const today = programs.data?.today ?? home.data?.today;
  if (failed.length === pages.length) return <ErrorState error={failed[0]!.error!} onRetry={retry} />;
  const ready = pages.every(({ data, error }) => data || error);
  const keptAt = Math.max(...pages.map((page) => page.keptAt ?? 0)) || null;
  const entries = entriesOf({ home: home.data, programs: programs.data, planned: drills.planned, locale });
  return (
    <>
      <Title>{w.title}</Title>
      <p class="quiet">{w.lead}</p>
      <KeptLabel keptAt={keptAt} />
      {ready && today ? (
        <>
          {failed.length > 0 && (
            <p class="alert alert--warn" role="alert">
              <span>{w.partly}</span>
              <button type="button" class="link-button" onClick={retry}>
                {t.app.retry}
              </button>
            </p>
          )}
          <div class="calendar__view">
            <ChoiceBar
              legend={w.view}
              value={view}
              onChange={setView}
              options={[
                { value: 'list', label: w.views.list },
                { value: 'month', label: w.views.month },
              ]}
            />
          </div>
          {view === 'list' ? (
            <ListView entries={entries} today={today} />
          ) : (
            <MonthView entries={entries} today={today} />
          )}
          {drills.data && <CalendarFeed since={drills.data.feedSince} onMade={drills.reload} />}
        </>
      ) : (
        <Skeleton heights={[5, 12, 12]} />
      )}
    </>
  );
}

function ListView({ entries, today }: { entries: readonly Entry[]; today: string }) {
  const { w, locale } = useWords();
  if (entries.length === 0) return <EmptyState icon="calendar" title={w.empty} text={w.emptyText} />;
  const monthName = (month: string) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
      year: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${month}-01T00:00:00Z`));
  const past = entries.filter(({ day }) => day < today);
  const coming = entries.filter(({ day }) => day >= today);
  const months = [...new Set(coming.map(({ day }) => day.slice(0, 7)))];
  return (
    <>
      <Part title={w.past} entries={past} today={today} />
      {months.map((month) => (
        <Part
          key={month}
          title={monthName(month)}
          entries={coming.filter(({ day }) => day.startsWith(month))}
          today={today}
        />
      ))}
    </>
  );
}

function Part({ title, entries, today }: { title: string; entries: readonly Entry[]; today: string }) {
  if (entries.length === 0) return null;
  return (
    <section class="section">
      <h2 class="section__title">{title}</h2>
      <ul class="entries card">
        {entries.map((entry) => (
          <EntryRow key={entry.key} entry={entry} today={today} />
        ))}
      </ul>
    </section>
  );
}
