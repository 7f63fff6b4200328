import { Link } from 'wouter-preact';
import { online } from '../../shared/connection.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';
import { Title } from '../../shared/ui/title.js';
import { useStore } from '../../shared/use-store.js';

interface Props {
  courseId: string;
  timed: boolean;
}

/** Handing in is on its way: a moment with a line, as long as it takes without one. */
export function HandedIn({ courseId, timed }: Props) {
  const { t } = useI18n();
  const reachable = useStore(online);
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
