import type { AttemptResult, OpenAttempt } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { attemptPath } from '../../shared/attempt-path.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';
import { messageOf } from '../../shared/ui/states.js';

/** One thing to do next stands out: the certificate, else practice, else another try. */
export function ResultActions({ result }: { result: AttemptResult }) {
  const { t } = useI18n();
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { id, courseId, quizId, wrong, passed, attemptsLeft, certificateId, kind } = result;
  const mayTryAgain = kind === 'graded' && !passed && attemptsLeft !== 0;

  const practise = async () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const attempt = await api.post<OpenAttempt>(`/learn/attempts/${id}/practice`);
      go(attemptPath(courseId, quizId, attempt.id));
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  };
  return (
    <>
      <div class="result-actions">
        {certificateId && (
          <Link href="/certificates" class="button button--primary">
            <Icon name="rosette" size={20} />
            {t.result.certificate}
          </Link>
        )}
        {wrong > 0 && (
          <button
            type="button"
            class={`button ${certificateId ? '' : 'button--primary'}`}
            aria-disabled={busy}
            onClick={() => void practise()}
          >
            {t.result.practise(wrong)}
          </button>
        )}
        {mayTryAgain && (
          <Link href={`/courses/${courseId}/quiz/${quizId}`} class="button">
            {t.result.again}
          </Link>
        )}
        <Link href={`/courses/${courseId}`} class="button">
          {t.result.toCourse}
        </Link>
      </div>
      {error !== null && (
        <p class="alert" role="alert">
          <Icon name="warning" size={20} />
          <span>{messageOf(error, t)}</span>
        </p>
      )}
    </>
  );
}
