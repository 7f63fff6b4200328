import type { OutlineQuiz } from '@readyroom/contract';
import { Link } from 'wouter-preact';
import { attemptPath } from '../../shared/attempt-path.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';

export function QuizCard({ courseId, quiz }: { courseId: string; quiz: OutlineQuiz }) {
  const { t } = useI18n();
  const openable = !quiz.locked || quiz.openAttemptId !== null;
  const path = quiz.openAttemptId
    ? attemptPath(courseId, quiz.id, quiz.openAttemptId)
    : `/courses/${courseId}/quiz/${quiz.id}`;
  return (
    <section class="section" aria-labelledby="quiz-title">
      <h2 id="quiz-title" class="section__title">
        {t.quiz.label}
      </h2>
      <div class="quiz-card card">
        <p class="quiz-card__title">
          <Icon name="quiz" />
          {quiz.title}
          {quiz.passed && (
            <span class="tag tag--good">
              <Icon name="check" size={14} />
              {t.quiz.passed}
            </span>
          )}
        </p>
        <p class="meta">
          <span>{t.quiz.questions(quiz.questions)}</span>
          <span>{t.quiz.pass(quiz.passPercent)}</span>
          <span>{t.quiz.limit(quiz.limitMinutes)}</span>
          <span>{t.quiz.attempts(quiz.attemptsUsed, quiz.attemptsAllowed)}</span>
          {quiz.bestPercent !== null && <span>{t.quiz.best(quiz.bestPercent)}</span>}
        </p>
        {quiz.locked && !quiz.passed && !quiz.openAttemptId && (
          <p class="quiz-card__lock">
            <Icon name="lock" size={18} />
            {t.quiz.locked[quiz.locked]}
          </p>
        )}
        <div class="quiz-card__actions">
          {openable && !quiz.passed && (
            <Link href={path} class="button button--primary">
              {quiz.openAttemptId ? t.quiz.resume : t.quiz.open}
            </Link>
          )}
          {quiz.lastAttemptId && (
            <Link href={`/attempts/${quiz.lastAttemptId}`} class="button">
              {t.quiz.lastResult}
            </Link>
          )}
        </div>
      </div>
    </section>
  );
}
