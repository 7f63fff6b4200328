import type { MyActions } from '@readyroom/contract';
import { api } from '../../shared/api/client.js';
import { usePage } from '../../shared/offline/use-page.js';
import { EmptyState, ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { ActionCard } from './action-card.js';
import { useWords } from './use-words.js';
import './drill-report.css';

const REMINDERS_SHOWN = 5;

/** What somebody has taken on after drills, and what they were reminded of. */
export function MyActionsScreen() {
  const { w } = useWords();
  const { data, keptAt, error, reload, amend } = usePage<MyActions>('actions', () =>
    api.get('/learn/actions'),
  );
  if (error) return <ErrorState error={error} onRetry={reload} />;
  return (
    <>
      <Title>{w.actions.title}</Title>
      <p class="quiet">{w.actions.lead}</p>
      <KeptLabel keptAt={keptAt} />
      {!data && <Skeleton heights={[10, 10]} />}
      {data?.items.length === 0 && (
        <EmptyState icon="saved" title={w.actions.emptyTitle} text={w.actions.emptyText} />
      )}
      {data && data.reminders.length > 0 && (
        <section class="section">
          <h2 class="section__title">{w.actions.reminders}</h2>
          <ul class="told card">
            {data.reminders.slice(0, REMINDERS_SHOWN).map(({ id, step, what, dueOn, weeks }) => (
              <li key={id}>{w.actions.reminder[step](what, dueOn, weeks)}</li>
            ))}
          </ul>
        </section>
      )}
      {data?.items.map((action) => (
        <ActionCard
          key={action.id}
          action={action}
          onSaved={(saved) =>
            amend((now) => ({
              ...now,
              items: now.items.map((one) => (one.id === saved.id ? saved : one)),
            }))
          }
        />
      ))}
    </>
  );
}
