import type { CourseCard } from '@readyroom/contract';
import { Link } from 'wouter-preact';
import { useI18n } from '../../shared/i18n/i18n.js';
import { resumePath } from '../../shared/resume-path.js';
import { DueLabel } from '../../shared/ui/due-label.js';
import { Icon } from '../../shared/ui/icons.js';
import { ProgressBar } from '../../shared/ui/progress.js';

/** The one obvious next thing: one tap leads to the very place where reading stopped. */
export function ContinueCard({ card, today }: { card: CourseCard; today: string }) {
  const { t } = useI18n();
  const { resume } = card;
  const verb =
    resume?.kind === 'quiz'
      ? resume.openAttemptId
        ? t.home.goOnQuiz
        : t.home.toQuiz
      : card.progress === 'not_started'
        ? t.home.begin
        : t.home.continue;
  return (
    <section class="hero" aria-labelledby="hero-title">
      <p class="hero__meta">
        <DueLabel dueOn={card.dueOn} today={today} />
        <span class="due">
          <Icon name="clock" size={16} />
          {t.course.minutesLeft(card.minutesLeft)}
        </span>
      </p>
      <h2 id="hero-title">{card.title}</h2>
      {resume && <p class="hero__next">{t.home.next(resume.title)}</p>}
      <ProgressBar class="hero__bar" percent={card.percent} label={t.course.percent(card.percent)} />
      <Link href={resumePath(card)} class="hero__button">
        {verb}
        <Icon name="arrow-right" size={20} />
      </Link>
    </section>
  );
}
