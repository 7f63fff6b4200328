import type { Certification, LearnerHome } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { useReloadAfterDelivery } from '../../shared/offline/use-reload-after-delivery.js';
import { usePage } from '../../shared/offline/use-page.js';
import { NextButton } from '../../shared/programs/next-button.js';
import { cardsOf, nextItem, tally } from '../../shared/programs/program-order.js';
import { StandingLines } from '../../shared/programs/standing-lines.js';
import { StatusTag } from '../../shared/programs/status-tag.js';
import { usePrograms } from '../../shared/programs/use-programs.js';
import { useWords as useProgramWords } from '../../shared/programs/use-words.js';
import { Icon } from '../../shared/ui/icons.js';
import { ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { History } from './history.js';
import { ItemTree } from './item-tree.js';
import { useWords } from './use-words.js';
import { WhySheet } from './why-sheet.js';
import './programs.css';

/** One program: where its reader stands, what is asked of them now, and everything they have held. */
export function ProgramScreen({ programId }: { programId: string }) {
  const { w, t } = useWords();
  const programs = usePrograms();
  const home = usePage<LearnerHome>('home', (locale) => api.get('/learn/home', { locale }));
  useReloadAfterDelivery(programs.reload);
  useReloadAfterDelivery(home.reload);
  if (programs.error) return <ErrorState error={programs.error} onRetry={programs.reload} />;
  if (!programs.data || !(home.data || home.error)) return <Skeleton heights={[3, 8, 16]} />;
  const program = programs.data.items.find((one) => one.program.id === programId);
  if (!program)
    return (
      <section class="state">
        <Icon name="info" size={40} />
        <Title>{t.app.notFoundTitle}</Title>
        <p>{w.notFound}</p>
        <Link href="/" class="button button--primary">
          {t.app.backHome}
        </Link>
      </section>
    );
  return (
    <>
      <KeptLabel keptAt={programs.keptAt} />
      <Head program={program} today={programs.data.today} />
      <Path program={program} home={home.data} />
      <History program={program} />
    </>
  );
}

function Head({ program, today }: { program: Certification; today: string }) {
  const { w, text } = useWords();
  const [why, setWhy] = useState(false);
  return (
    <>
      <Title>{text(program.program.title)}</Title>
      <p class="program__summary">{text(program.program.summary)}</p>
      <p class="meta program__standing">
        <StatusTag status={program.status} />
        <StandingLines program={program} today={today} />
      </p>
      <button type="button" class="link-button" onClick={() => setWhy(true)}>
        {w.why}
      </button>
      {why && <WhySheet programId={program.program.id} onClose={() => setWhy(false)} />}
    </>
  );
}

function Path({ program, home }: { program: Certification; home: LearnerHome | null }) {
  const { w, text } = useWords();
  const { p } = useProgramWords();
  const next = nextItem(program.items);
  const { done, all } = tally(program.items);
  const pulled = program.periods.find(({ completedAt }) => completedAt === null)?.pulledForward;
  if (program.items.length === 0) return <p class="alert alert--info program__nothing">{w.nothing}</p>;
  return (
    <section class="section" aria-labelledby="path-title">
      <h2 id="path-title" class="section__title">
        {w.path[program.path ?? 'full']}
      </h2>
      <p class="quiet program__hint">
        {p.doneOf(done, all)}
        {program.path === 'refresher' && ` · ${w.renewalHint}`}
      </p>
      {pulled && (
        <p class="alert alert--info program__hint">
          <Icon name="info" size={20} />
          <span>{w.pulled(text(pulled))}</span>
        </p>
      )}
      {next && program.status !== 'waived' && (
        <div class="program__next">
          <NextButton item={next} card={next.courseId ? cardsOf(home).get(next.courseId) : undefined} />
        </div>
      )}
      <ItemTree items={program.items} path={program.items} />
    </section>
  );
}
