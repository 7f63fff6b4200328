import { textIn, type CourseCard, type CourseOutline, type Locale } from '@readyroom/contract';
import { languageOf, wholeMinutes } from '../content/index.js';
import { allLessonsDone, lessonToResume, minutesLeft } from './course-progress.js';
import type { CourseState } from './course-state.js';
import type { PlannedLesson, TierPlan } from './tier-plan.js';

export function cardOf(state: CourseState, plan: TierPlan, locale: Locale): CourseCard {
  const { version } = plan;
  const completed = state.progress === 'completed';
  return {
    courseId: state.courseId,
    title: textIn(version.title, locale),
    summary: textIn(version.summary, locale),
    progress: state.progress,
    percent: completed ? 100 : (state.enrolment?.percent ?? 0),
    minutesLeft: completed ? 0 : minutesLeft(plan, state.lessons, state.quiz.passed, locale),
    dueOn: state.dueOn,
    overdue: !completed && state.dueOn !== null && state.dueOn < state.today,
    mandatory: state.mandatory,
    byItself: state.byItself,
    completedAt: state.completedAt?.toISOString() ?? null,
    certificateId: state.certificateId,
    resume: completed ? null : resumeOf(state, plan, locale),
  };
}

function resumeOf({ quiz, lessons }: CourseState, plan: TierPlan, locale: Locale): CourseCard['resume'] {
  const lesson = quiz.openId ? null : lessonToResume(plan, lessons);
  if (lesson)
    return {
      kind: 'lesson',
      id: lesson.lesson.id,
      title: textIn(lesson.lesson.title, locale),
      blockId: lesson.blockId,
      openAttemptId: null,
    };
  const { id, title } = plan.version.quiz;
  return { kind: 'quiz', id, title: textIn(title, locale), blockId: null, openAttemptId: quiz.openId };
}

export function outlineOf(state: CourseState, plan: TierPlan, locale: Locale): CourseOutline {
  const { version } = plan;
  return {
    card: cardOf(state, plan, locale),
    versionNumber: version.number,
    newerVersion: state.publishedVersionId !== null && state.publishedVersionId !== version.id,
    outcomes: version.outcomes.map((outcome) => textIn(outcome, locale)),
    modules: plan.modules.map(({ id, title, lessons }) => ({
      id,
      title: textIn(title, locale),
      lessons: lessons.map((lesson) => lessonOf(state, lesson, locale)),
    })),
    quiz: quizOf(state, plan, locale),
  };
}

function lessonOf(state: CourseState, lesson: PlannedLesson, locale: Locale): OutlineLesson {
  const progress = state.lessons.get(lesson.id);
  return {
    id: lesson.id,
    title: textIn(lesson.title, locale),
    isCase: lesson.isCase,
    forTier: lesson.forTier,
    minutes: wholeMinutes(lesson.tenths[languageOf(locale)]),
    state: lessonState(progress),
    percent: progress?.percent ?? 0,
  };
}
type OutlineLesson = CourseOutline['modules'][number]['lessons'][number];

/** Begun is what was saved at least once; opening a lesson alone is not yet learning. */
export const lessonState = (progress: { done: boolean } | null | undefined): OutlineLesson['state'] =>
  progress ? (progress.done ? 'done' : 'in_progress') : 'not_started';

function quizOf(
  { quiz: state, lessons }: CourseState,
  plan: TierPlan,
  locale: Locale,
): CourseOutline['quiz'] {
  const { quiz } = plan.version;
  const usedUp = quiz.attempts > 0 && state.used >= quiz.attempts && !state.openId && !state.passed;
  return {
    id: quiz.id,
    title: textIn(quiz.title, locale),
    questions: plan.questions,
    passPercent: quiz.passPercent,
    limitMinutes: quiz.limitMinutes,
    attemptsAllowed: quiz.attempts,
    attemptsUsed: state.used,
    bestPercent: state.best,
    passed: state.passed,
    openAttemptId: state.openId,
    lastAttemptId: state.lastFinishedId,
    locked: !allLessonsDone(plan, lessons) ? 'lessons_unfinished' : usedUp ? 'attempts_used_up' : null,
  };
}
