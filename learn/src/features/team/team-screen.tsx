import type { Team, TeamReach, TeamReminder } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { usePage } from '../../shared/offline/use-page.js';
import { ChoiceBar } from '../../shared/ui/choice-bar.js';
import { EmptyState, ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { MemberCard } from './member-card.js';
import { useWords } from './use-words.js';
import './team.css';

const PER_PAGE = 50;

/** Where the reports of a manager stand, the most urgent first, with a reminder in place. */
export function TeamScreen() {
  const { w } = useWords();
  const [reach, setReach] = useState<TeamReach>('direct');
  const [only, setOnly] = useState(false);
  const [page, setPage] = useState(1);
  const query = { reach, attention: String(only), page: String(page), perPage: String(PER_PAGE) };
  const { data, keptAt, error, reload, amend } = usePage<Team>(`team/${reach}/${only}/${page}`, () =>
    api.get('/learn/team', query),
  );
  if (error) return <ErrorState error={error} onRetry={reload} />;
  const onReminded = (personId: string, reminded: TeamReminder) =>
    amend((team) => ({
      ...team,
      items: team.items.map((member) => (member.person.id === personId ? { ...member, reminded } : member)),
    }));
  return (
    <>
      <Title>{w.title}</Title>
      <p class="quiet">{w.lead}</p>
      <KeptLabel keptAt={keptAt} />
      {!data && <Skeleton heights={[5, 3, 8, 8]} />}
      {data?.all === 0 && <EmptyState icon="person" title={w.empty} text={w.emptyText} />}
      {data && data.all > 0 && (
        <>
          <div class="team__choice">
            <ChoiceBar
              legend={w.reach}
              value={reach}
              onChange={(value) => {
                setReach(value);
                setPage(1);
              }}
              options={[
                { value: 'direct', label: w.reaches.direct(data.direct) },
                { value: 'all', label: w.reaches.all(data.all) },
              ]}
            />
            <label class="team__only">
              <input
                type="checkbox"
                checked={only}
                onChange={(event) => {
                  setOnly(event.currentTarget.checked);
                  setPage(1);
                }}
              />
              {w.only(data.attention)}
            </label>
          </div>
          <p role="status">{w.attention(data.attention)}</p>
          <p class="quiet small">{w.once}</p>
          <Nobody team={data} only={only} />
          <ul class="team">
            {data.items.map((member) => (
              <MemberCard key={member.person.id} member={member} onReminded={onReminded} />
            ))}
          </ul>
          <Pages page={page} of={Math.ceil(data.total / PER_PAGE)} onPage={setPage} />
        </>
      )}
    </>
  );
}

function Nobody({ team, only }: { team: Team; only: boolean }) {
  const { w } = useWords();
  if (team.total > 0) return null;
  return only ? (
    <EmptyState icon="done" title={w.noneUrgent} text={w.noneUrgentText} />
  ) : (
    <EmptyState icon="person" title={w.noDirect} text={w.noDirectText} />
  );
}

function Pages({ page, of, onPage }: { page: number; of: number; onPage: (page: number) => void }) {
  const { w } = useWords();
  if (of <= 1) return null;
  return (
    <div class="team__pages">
      <button type="button" class="button" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {w.previous}
      </button>
      <span class="quiet">{w.page(page, of)}</span>
      <button type="button" class="button" disabled={page >= of} onClick={() => onPage(page + 1)}>
        {w.next}
      </button>
    </div>
  );
}
