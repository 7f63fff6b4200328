import type { Certification, CertificationList, CourseCard } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { NextButton } from '../../shared/programs/next-button.js';
import { byUrgency, nextItem, tally } from '../../shared/programs/program-order.js';
import { StandingLines } from '../../shared/programs/standing-lines.js';
import { StatusTag } from '../../shared/programs/status-tag.js';
import { useWords } from '../../shared/programs/use-words.js';
import { Icon } from '../../shared/ui/icons.js';
import { ProgressBar } from '../../shared/ui/progress.js';

const SHOWN = 3;

interface Props {
  list: CertificationList;
  cards: ReadonlyMap<string, CourseCard>;
  /** The course that stands above as the one to continue: it has its button there. */
  continued: string | null;
}

/** The programs of a learner by what is due, each with its next step. */
export function ProgramCards({ list: { items, today }, cards, continued }: Props) {
  const { p } = useWords();
  const [all, setAll] = useState(false);
  const programs = byUrgency(items);
  if (programs.length === 0) return null;
  return (
    <section class="section" aria-labelledby="programs-title">
      <h2 id="programs-title" class="section__title">
        {p.section}
      </h2>
      <ul class="program-cards">
        {(all ? programs : programs.slice(0, SHOWN)).map((program) => (
          <ProgramCard
            key={program.program.id}
            program={program}
            cards={cards}
            continued={continued}
            today={today}
          />
        ))}
      </ul>
      {programs.length > SHOWN && (
        <button type="button" class="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? p.showLess : p.showAll(programs.length)}
        </button>
      )}
    </section>
  );
}

interface CardProps {
  program: Certification;
  cards: ReadonlyMap<string, CourseCard>;
  continued: string | null;
  today: string;
}
function ProgramCard({ program, cards, continued, today }: CardProps) {
  const { p, text } = useWords();
  const title = text(program.program.title);
  const next = nextItem(program.items);
  const { done, all } = tally(program.items);
  const percent = all === 0 ? 100 : Math.round((done / all) * 100);
  return (
    <li class="program-card card">
      <Link href={`/programs/${program.program.id}`} class="program-card__head" aria-label={p.open(title)}>
        <span class="program-card__title">{title}</span>
        <Icon name="chevron" size={20} />
      </Link>
      <p class="meta">
        <StatusTag status={program.status} />
        <StandingLines program={program} today={today} />
      </p>
      {program.items.length > 0 && (
        <div class="program-card__path">
          <ProgressBar percent={percent} label={`${title}: ${p.doneOf(done, all)}`} />
          <p class="quiet small">{p.doneOf(done, all)}</p>
        </div>
      )}
      {next && program.status !== 'waived' && (next.courseId === null || next.courseId !== continued) && (
        <NextButton
          item={next}
          card={next.courseId ? cards.get(next.courseId) : undefined}
          class="button button--wide"
        />
      )}
    </li>
  );
}
