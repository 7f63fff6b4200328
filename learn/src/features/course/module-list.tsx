import type { CourseOutline, OutlineLesson } from '@readyroom/contract';
import { Link } from 'wouter-preact';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon, type IconName } from '../../shared/ui/icons.js';

const STATE_ICON: Record<OutlineLesson['state'], IconName> = {
  not_started: 'open',
  in_progress: 'half',
  done: 'done',
};

export const ModuleList = ({
  courseId,
  modules,
}: {
  courseId: string;
  modules: CourseOutline['modules'];
}) => (
  <>
    {modules.map((module) => (
      <section key={module.id} class="section" aria-labelledby={`module-${module.id}`}>
        <h2 id={`module-${module.id}`} class="section__title">
          {module.title}
        </h2>
        <ol class="lesson-list card">
          {module.lessons.map((lesson) => (
            <LessonRow key={lesson.id} courseId={courseId} lesson={lesson} />
          ))}
        </ol>
      </section>
    ))}
  </>
);

function LessonRow({ courseId, lesson }: { courseId: string; lesson: OutlineLesson }) {
  const { t } = useI18n();
  return (
    <li>
      <Link href={`/courses/${courseId}/lessons/${lesson.id}`} class="lesson-row">
        <span class={`lesson-row__state lesson-row__state--${lesson.state}`}>
          <Icon name={STATE_ICON[lesson.state]} size={24} />
        </span>
        <span class="lesson-row__text">
          <span class="lesson-row__title">{lesson.title}</span>
          <span class="meta">
            <span>{t.course.state[lesson.state]}</span>
            <span>{t.course.minutes(lesson.minutes)}</span>
            {lesson.isCase && (
              <span class="tag">
                <Icon name="branch" size={14} />
                {t.course.case}
              </span>
            )}
            {lesson.forTier && <span class="tag tag--accent">{t.course.forYou}</span>}
          </span>
        </span>
        <Icon name="chevron" size={20} />
      </Link>
    </li>
  );
}
