import { textIn, type LessonPage, type Locale } from '@readyroom/contract';
import { blocksFor, languageOf, wholeMinutes, type LessonContent } from '../content/index.js';
import type { PlannedLesson, TierPlan } from './tier-plan.js';

/** What of a lesson page is the same for everybody of a tier and language. */
export type LessonPageFrame = Omit<LessonPage, 'case' | 'state' | 'lastBlockId'>;

export function pageOf(
  plan: TierPlan,
  lesson: PlannedLesson,
  content: LessonContent,
  locale: Locale,
): LessonPageFrame {
  const language = languageOf(locale);
  const { version, lessons } = plan;
  const next = lessons[lesson.position];
  return {
    id: lesson.id,
    courseId: version.courseId,
    courseTitle: textIn(version.title, locale),
    moduleTitle: textIn(lesson.moduleTitle, locale),
    title: textIn(lesson.title, locale),
    position: lesson.position,
    of: lessons.length,
    minutes: wholeMinutes(lesson.tenths[language]),
    blocks: blocksFor(content, plan.tier).map((block) => block[language]),
    sources: content.sources,
    previousLessonId: lessons[lesson.position - 2]?.id ?? null,
    next: next
      ? { kind: 'lesson', id: next.id, title: textIn(next.title, locale) }
      : { kind: 'quiz', id: version.quiz.id, title: textIn(version.quiz.title, locale) },
  };
}
