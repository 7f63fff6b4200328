import type { CourseOutline, OpenAttempt, OutlineQuiz } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { ApiError, LineLost } from '../../shared/api/errors.js';
import { attemptPath } from '../../shared/attempt-path.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { usePage } from '../../shared/offline/use-page.js';
import { useReloadAfterDelivery } from '../../shared/offline/use-reload-after-delivery.js';
import { Icon, type IconName } from '../../shared/ui/icons.js';
import { ErrorState, messageOf, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { handOver } from './handover.js';

export function QuizIntro({ courseId, quizId }: { courseId: string; quizId: string }) {
  const { t } = useI18n();
  const { data, error, reload } = usePage<CourseOutline>(`course/${courseId}`, (locale) =>
    api.get(`/learn/courses/${courseId}`, { locale }),
  );
  // The last lesson may still be on its way: the lock opens when it has arrived.
  useReloadAfterDelivery(reload);
  const missing = data && data.quiz.id !== quizId ? new ApiError(404, 'quiz.not_found') : null;
  const failure = error ?? missing;
  return (
    <>
      <header class="focus-bar">
        <div class="focus-bar__row">
          <Link href={`/courses/${courseId}`} class="icon-button" aria-label={t.lesson.close}>
            <Icon name="close" />
          </Link>
          <p class="focus-bar__title">{data?.card.title}</p>
        </div>
      </header>
      <main id="content" class="column reading" tabIndex={-1}>
        {failure && <ErrorState error={failure} onRetry={reload} />}
        {!failure &&
          (data ? (
            <Rules courseId={courseId} quiz={data.quiz} onStale={reload} />
          ) : (
            <Skeleton heights={[3, 14, 4]} />
          ))}
      </main>
    </>
  );
}

function Rules({ courseId, quiz, onStale }: { courseId: string; quiz: OutlineQuiz; onStale: () => void }) {
  const { t } = useI18n();
  const [, go] = useLocation();
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const start = async () => {
    if (starting) return;
    setStarting(true);
    setError(null);
    try {
      const attempt = await api.post<OpenAttempt>(
        `/learn/quizzes/${quiz.id}/attempts`,
        {},
        { query: { courseId } },
      );
      handOver(attempt);
      go(attemptPath(courseId, quiz.id, attempt.id), { replace: true });
    } catch (refusal) {
      setError(refusal);
      setStarting(false);
      if (refusal instanceof ApiError) onStale();
    }
  };
  const rules: [IconName, string][] = [
    ['clock', quiz.limitMinutes > 0 ? t.quiz.rules.time(quiz.limitMinutes) : t.quiz.rules.untimed],
    ['device', t.quiz.rules.saved],
    ['grid', t.quiz.rules.order],
    ['tip', t.quiz.rules.reasons],
  ];
  const locked = quiz.openAttemptId || quiz.passed ? null : quiz.locked;
  return (
    <>
      <Title>{quiz.title}</Title>
      <p class="meta intro__meta">
        <span>{t.quiz.questions(quiz.questions)}</span>
        <span>{t.quiz.pass(quiz.passPercent)}</span>
        <span>{t.quiz.limit(quiz.limitMinutes)}</span>
        <span>{t.quiz.attempts(quiz.attemptsUsed, quiz.attemptsAllowed)}</span>
        {quiz.bestPercent !== null && <span>{t.quiz.best(quiz.bestPercent)}</span>}
      </p>
      <section class="rules card">
        <h2>{t.quiz.rulesTitle}</h2>
        <ul>
          {rules.map(([icon, text]) => (
            <li key={icon}>
              <Icon name={icon} size={22} />
              {text}
            </li>
          ))}
        </ul>
      </section>
      {locked && (
        <p class="alert alert--warn">
          <Icon name="lock" size={20} />
          <span>{t.quiz.locked[locked]}</span>
        </p>
      )}
      {quiz.passed && (
        <p class="alert alert--good">
          <Icon name="done" size={20} />
          <span>{t.quiz.passed}</span>
        </p>
      )}
      {error !== null && (
        <p class="alert" role="alert">
          <Icon name="warning" size={20} />
          <span>{error instanceof LineLost ? t.quiz.startNeedsLine : messageOf(error, t)}</span>
        </p>
      )}
      <div class="intro__actions">
        {quiz.openAttemptId ? (
          <Link href={attemptPath(courseId, quiz.id, quiz.openAttemptId)} class="button button--primary">
            {t.quiz.resume}
          </Link>
        ) : (
          !locked &&
          !quiz.passed && (
            <button
              type="button"
              class="button button--primary"
              aria-disabled={starting}
              onClick={() => void start()}
            >
              {starting ? t.quiz.starting : t.quiz.start}
            </button>
          )
        )}
        {quiz.lastAttemptId && (
          <Link href={`/attempts/${quiz.lastAttemptId}`} class="button">
            {t.quiz.lastResult}
          </Link>
        )}
      </div>
    </>
  );
}
