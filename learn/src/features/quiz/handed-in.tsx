import { useEffect } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { online } from '../../shared/connection.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { Icon } from '../../shared/ui/icons.js';
import { Title } from '../../shared/ui/title.js';
import { useStore } from '../../shared/use-store.js';

interface Props {
  attemptId: string;
  courseId: string;
  timed: boolean;
}

/** Handing in is on its way: a moment with a line, as long as it takes without one. */
export function HandedIn({ attemptId, courseId, timed }: Props) {
  const { t } = useI18n();
  const { outbox } = useSignedIn();
  const reachable = useStore(online);
  const [, go] = useLocation();
  useEffect(
    () =>
      outbox.onDelivered(({ item }) => {
        if (item.kind === 'submit' && item.attemptId === attemptId) go(`/attempts/${attemptId}`, { replace: true });
      }),
    [outbox, attemptId, go],
  );
  return (
    <main id="content" class="column state" tabIndex={-1}>
      <Icon name={reachable ? 'quiz' : 'line-lost'} size={40} />
      <Title>{reachable ? t.quiz.submitting : t.quiz.handedInTitle}</Title>
      {!reachable && (
        <>
          <p role="status">{t.quiz.handedInText}</p>
          {timed && <p class="quiet">{t.quiz.handedInTime}</p>}
          <Link href={`/courses/${courseId}`} class="button">
            {t.result.toCourse}
          </Link>
        </>
      )}
    </main>
  );
}
