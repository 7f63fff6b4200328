import type { CourseOutline } from '@readyroom/contract';
import { Link } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { formatInstantDay } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { useReloadAfterDelivery } from '../../shared/offline/use-reload-after-delivery.js';
import { usePage } from '../../shared/offline/use-page.js';
import { NextButton } from '../../shared/programs/next-button.js';
import { leavesOf, mustBeginAgain } from '../../shared/programs/program-order.js';
import { usePrograms } from '../../shared/programs/use-programs.js';
import { resumePath } from '../../shared/resume-path.js';
import { useOutboxState, useSignedIn } from '../../shared/session/use-signed-in.js';
import { Icon } from '../../shared/ui/icons.js';
import { ProgressBar } from '../../shared/ui/progress.js';
import { ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { withWaiting } from './with-waiting.js';
import { ModuleList } from './module-list.js';
import { QuizCard } from './quiz-card.js';
import './course.css';

export function CourseScreen({ courseId }: { courseId: string }) {
  const { t } = useI18n();
  const { entries } = useOutboxState();
  const { data, keptAt, error, reload } = usePage<CourseOutline>(`course/${courseId}`, (locale) =>
    api.get(`/learn/courses/${courseId}`, { locale }),
  );
  useReloadAfterDelivery(reload);
  if (error)
    return (
      <ErrorState error={error} onRetry={reload}>
        <Link href="/" class="button">
          {t.app.backHome}
        </Link>
      </ErrorState>
    );
  if (!data) return <Skeleton heights={[3, 6, 12, 12]} />;
  const outline = withWaiting(data, entries);
  return (
    <>
      <KeptLabel keptAt={keptAt} />
      <CourseHead outline={outline} />
      <Renewal outline={outline} />
      <ModuleList courseId={courseId} modules={outline.modules} />
      <QuizCard courseId={courseId} quiz={outline.quiz} />
      <p class="quiet small section">{t.course.version(outline.versionNumber)}</p>
    </>
  );
}

/** A completed course that a renewal asks for once more says so, and how to begin it. */
function Renewal({ outline: { card } }: { outline: CourseOutline }) {
  const { data } = usePrograms();
  const item = (data?.items ?? [])
    .flatMap(({ items }) => leavesOf(items))
    .find((one) => one.courseId === card.courseId && mustBeginAgain(one, card));
  return item ? (
    <div class="course-note">
      <NextButton item={item} card={card} />
    </div>
  ) : null;
}

function CourseHead({ outline: { card, outcomes, newerVersion } }: { outline: CourseOutline }) {
  const { t, locale } = useI18n();
  const { me } = useSignedIn();
  const completed = card.completedAt && formatInstantDay(card.completedAt, locale, me.organisation.timeZone);
  return (
    <>
      <Title>{card.title}</Title>
      <p class="course-summary">{card.summary}</p>
      {completed ? (
        <p class="alert alert--good course-completed">
          <Icon name="done" size={22} />
          <span>{t.course.completed(completed)}</span>
          {card.certificateId && <Link href="/certificates">{t.course.certificate}</Link>}
        </p>
      ) : (
        <div class="course-progress">
          <ProgressBar percent={card.percent} label={t.course.percent(card.percent)} />
          <p class="meta">
            <span>{t.course.percent(card.percent)}</span>
            <span>{t.course.minutesLeft(card.minutesLeft)}</span>
            {card.dueOn && (
              <span>{t.course.dueOn(formatInstantDay(`${card.dueOn}T12:00:00Z`, locale, 'UTC'))}</span>
            )}
          </p>
        </div>
      )}
      {card.resume && !completed && (
        <Link href={resumePath(card)} class="button button--primary button--wide course-go">
          {card.progress === 'not_started' ? t.course.start : t.course.continue}
          <Icon name="arrow-right" size={20} />
        </Link>
      )}
      {newerVersion && (
        <p class="alert alert--info course-note">
          <Icon name="info" size={20} />
          <span>{t.course.newer}</span>
        </p>
      )}
      <details class="outcomes fold" open={card.progress === 'not_started'}>
        <summary>{t.course.outcomes}</summary>
        <ul>
          {outcomes.map((outcome) => (
            <li key={outcome}>
              <Icon name="check" size={18} />
              {outcome}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
