import type { OpenAttempt } from '@readyroom/contract';
import { useEffect, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { ApiError, LineLost } from '../../shared/api/errors.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { waitingSubmit } from '../../shared/offline/outbox-queue.js';
import { randomId } from '../../shared/random-id.js';
import { useOutboxState, useSignedIn } from '../../shared/session/use-signed-in.js';
import { learnServerTime } from '../../shared/time.js';
import { ErrorState, Skeleton } from '../../shared/ui/states.js';
import { AttemptScreen } from './attempt-screen.js';
import { HandedIn } from './handed-in.js';
import { takeOver } from './handover.js';
import { sheetKey } from './sheet-key.js';
import { joined, newSheet, type AnswerSheet } from './sheet.js';

/** Finds the attempt: what the server has and what this device has, joined; without a line what this device has. */
export function AttemptLoader({ attemptId, courseId }: { attemptId: string; courseId: string }) {
  const { t } = useI18n();
  const { device, outbox } = useSignedIn();
  const { entries } = useOutboxState();
  const [, go] = useLocation();
  const [sheet, setSheet] = useState<AnswerSheet | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [round, setRound] = useState(0);
  const handedIn = waitingSubmit(entries, attemptId);

  useEffect(() => {
    let current = true;
    const load = async () => {
      const kept = await device.get<AnswerSheet>(sheetKey(attemptId)).catch(() => undefined);
      try {
        const attempt = takeOver(attemptId) ?? (await api.get<OpenAttempt>(`/learn/attempts/${attemptId}`));
        learnServerTime(attempt.serverTime);
        if (current) setSheet(kept ? joined(kept, attempt) : newSheet(attempt, randomId()));
      } catch (refusal) {
        if (!current) return;
        if (refusal instanceof ApiError && refusal.code === 'attempt.finished')
          return go(`/attempts/${attemptId}`, { replace: true });
        const passing = refusal instanceof LineLost || (refusal instanceof ApiError && refusal.passing);
        if (kept && passing) setSheet(kept);
        else setError(refusal as Error);
      }
    };
    void load();
    return () => {
      current = false;
    };
  }, [attemptId, round, device, go]);

  useEffect(
    () =>
      outbox.onDelivered(({ item }) => {
        if (item.kind === 'submit' && item.attemptId === attemptId)
          go(`/attempts/${attemptId}`, { replace: true });
      }),
    [outbox, attemptId, go],
  );

  if (handedIn) return <HandedIn courseId={courseId} timed={sheet?.attempt.endsAt !== null} />;
  if (sheet) return <AttemptScreen initial={sheet} />;
  return (
    <main id="content" class="column reading">
      {error ? (
        <ErrorState
          error={error}
          onRetry={() => {
            setError(null);
            setRound(round + 1);
          }}
        >
          <Link href={`/courses/${courseId}`} class="button">
            {t.result.toCourse}
          </Link>
        </ErrorState>
      ) : (
        <Skeleton heights={[2, 4, 4, 4, 4]} />
      )}
    </main>
  );
}
