import type { CaseState, LessonPage } from '@readyroom/contract';
import { useEffect } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { keepForLater, usePage } from '../../shared/offline/use-page.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { ErrorState, Skeleton } from '../../shared/ui/states.js';
import { LessonReader } from './lesson-reader.js';
import './lesson.css';

interface Props {
  courseId: string;
  lessonId: string;
}

const fetchLesson = (courseId: string, lessonId: string, locale: string): Promise<LessonPage> =>
  api.get(`/learn/lessons/${lessonId}`, { courseId, locale });

export function LessonScreen({ courseId, lessonId }: Props) {
  const { t, locale } = useI18n();
  const { device } = useSignedIn();
  const { data, keptAt, error, reload, amend } = usePage<LessonPage>(
    `lesson/${courseId}/${lessonId}`,
    (language) => fetchLesson(courseId, lessonId, language),
  );

  // The outline and the next lesson are kept as well, so that reading goes on when the line does not.
  const next = data?.next.kind === 'lesson' ? data.next.id : null;
  const fresh = data !== null && keptAt === null;
  useEffect(() => {
    if (!fresh) return;
    void keepForLater(device, `course/${courseId}`, locale, () =>
      api.get(`/learn/courses/${courseId}`, { locale }),
    );
    if (next)
      void keepForLater(device, `lesson/${courseId}/${next}`, locale, (language) =>
        fetchLesson(courseId, next, language),
      );
  }, [fresh, next, locale, courseId, device]);

  if (error)
    return (
      <main id="content" class="column">
        <ErrorState error={error} onRetry={reload}>
          <Link href={`/courses/${courseId}`} class="button">
            {t.lesson.close}
          </Link>
        </ErrorState>
      </main>
    );
  if (!data)
    return (
      <main id="content" class="column">
        <Skeleton heights={[2, 3, 10, 8, 12]} />
      </main>
    );
  return (
    <LessonReader
      page={data}
      keptAt={keptAt}
      onCase={(state: CaseState) => amend((page) => ({ ...page, case: state }))}
      onPlace={(blockId, done) =>
        amend((page) => ({
          ...page,
          lastBlockId: blockId,
          state: done || page.state === 'done' ? 'done' : 'in_progress',
        }))
      }
      onStale={reload}
    />
  );
}
