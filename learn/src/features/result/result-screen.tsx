import type { AttemptResult } from '@readyroom/contract';
import { useEffect } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { waitingSubmit } from '../../shared/offline/outbox-queue.js';
import { usePage } from '../../shared/offline/use-page.js';
import { useOutboxState, useSignedIn } from '../../shared/session/use-signed-in.js';
import { Icon } from '../../shared/ui/icons.js';
import { ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { Score } from './score.js';
import { ResultActions } from './result-actions.js';
import { QuestionList } from './question-list.js';
import './result.css';

export function ResultScreen({ attemptId }: { attemptId: string }) {
  const { t, text } = useI18n();
  const { outbox, device } = useSignedIn();
  const pending = waitingSubmit(useOutboxState().entries, attemptId);
  const { data, keptAt, error, reload } = usePage<AttemptResult>(`result/${attemptId}`, () =>
    api.get(`/learn/attempts/${attemptId}/result`),
  );
  useEffect(
    () =>
      outbox.onDelivered(({ item }) => {
        if (item.kind === 'submit' && item.attemptId === attemptId) reload();
      }),
    [outbox, attemptId, reload],
  );
  // The answer sheet has done its work.
  useEffect(() => {
    if (data && !pending) void device.remove(`attempt:${attemptId}`).catch(() => undefined);
  }, [data, pending, device, attemptId]);

  if (pending)
    return (
      <div class="state">
        <Icon name="device" size={40} />
        <Title>{t.result.pendingTitle}</Title>
        <p>{t.quiz.handedInText}</p>
      </div>
    );
  if (error)
    return (
      <ErrorState error={error} onRetry={reload}>
        <Link href="/" class="button">
          {t.app.backHome}
        </Link>
      </ErrorState>
    );
  if (!data) return <Skeleton heights={[3, 14, 5, 5, 5]} />;
  return (
    <>
      <KeptLabel keptAt={keptAt} />
      <p class="eyebrow">{t.result.title}</p>
      <Title>{text(data.quizTitle)}</Title>
      <Score result={data} />
      <ResultActions result={data} />
      <QuestionList questions={data.questions} />
    </>
  );
}
