import { z } from 'zod';
import { IsoDate, IsoDateTime, Locale, Tier, Uuid } from './common.js';
import { CaseState, LessonBlock, LessonSource } from './lesson-blocks.js';

export const COURSE_PROGRESS = ['not_started', 'in_progress', 'completed'] as const;
export const CourseProgress = z.enum(COURSE_PROGRESS);
export const LESSON_STATES = ['not_started', 'in_progress', 'done'] as const;
export const LessonState = z.enum(LESSON_STATES);

/** Where "continue" leads: a block of a lesson, or the quiz. */
export const ResumePoint = z
  .object({
    kind: z.enum(['lesson', 'quiz']),
    id: Uuid.describe('Lesson or quiz'),
    title: z.string(),
    blockId: Uuid.nullable(),
    openAttemptId: Uuid.nullable(),
  })
  .meta({ id: 'ResumePoint' });
export type ResumePoint = z.infer<typeof ResumePoint>;

export const CourseCard = z
  .object({
    courseId: Uuid,
    title: z.string(),
    summary: z.string(),
    progress: CourseProgress,
    percent: z.number().int().min(0).max(100),
    minutesLeft: z.number().int(),
    dueOn: IsoDate.nullable(),
    overdue: z.boolean(),
    mandatory: z.boolean().describe('Has an assignment that is still wanted'),
    byItself: z.boolean().describe('Assigned by a rule of its own, not only as a part of programs'),
    completedAt: IsoDateTime.nullable(),
    certificateId: Uuid.nullable(),
    resume: ResumePoint.nullable(),
  })
  .meta({ id: 'CourseCard' });
export type CourseCard = z.infer<typeof CourseCard>;

export const LearnerHome = z
  .object({
    continue: CourseCard.nullable().describe('The one obvious next thing'),
    due: z.array(CourseCard).describe('Other unfinished courses, the soonest due first'),
    done: z.array(CourseCard).describe('Completed courses, the latest first'),
    today: IsoDate,
  })
  .meta({ id: 'LearnerHome' });
export type LearnerHome = z.infer<typeof LearnerHome>;

export const OutlineLesson = z
  .object({
    id: Uuid,
    title: z.string(),
    isCase: z.boolean(),
    forTier: z.boolean().describe('Written for this tier alone'),
    minutes: z.number().int(),
    state: LessonState,
    percent: z.number().int(),
  })
  .meta({ id: 'OutlineLesson' });
export type OutlineLesson = z.infer<typeof OutlineLesson>;

export const OutlineQuiz = z
  .object({
    id: Uuid,
    title: z.string(),
    questions: z.number().int(),
    passPercent: z.number().int(),
    limitMinutes: z.number().int().describe('0 = untimed'),
    attemptsAllowed: z.number().int().describe('0 = unlimited'),
    attemptsUsed: z.number().int(),
    bestPercent: z.number().int().nullable(),
    passed: z.boolean(),
    openAttemptId: Uuid.nullable(),
    lastAttemptId: Uuid.nullable().describe('Latest finished graded attempt'),
    locked: z.enum(['lessons_unfinished', 'attempts_used_up']).nullable(),
  })
  .meta({ id: 'OutlineQuiz' });
export type OutlineQuiz = z.infer<typeof OutlineQuiz>;

export const CourseOutline = z
  .object({
    card: CourseCard,
    versionNumber: z.number().int(),
    newerVersion: z.boolean().describe('A newer version is published; this learner keeps the one they began'),
    outcomes: z.array(z.string()),
    modules: z.array(z.object({ id: Uuid, title: z.string(), lessons: z.array(OutlineLesson) })),
    quiz: OutlineQuiz,
  })
  .meta({ id: 'CourseOutline' });
export type CourseOutline = z.infer<typeof CourseOutline>;

export const LessonPage = z
  .object({
    id: Uuid,
    courseId: Uuid,
    courseTitle: z.string(),
    moduleTitle: z.string(),
    title: z.string(),
    position: z.number().int().describe('1-based among the lessons of this tier'),
    of: z.number().int(),
    minutes: z.number().int(),
    blocks: z.array(LessonBlock),
    case: CaseState.nullable(),
    sources: z.array(LessonSource),
    state: LessonState,
    lastBlockId: Uuid.nullable(),
    previousLessonId: Uuid.nullable(),
    next: z.object({ kind: z.enum(['lesson', 'quiz']), id: Uuid, title: z.string() }),
  })
  .meta({ id: 'LessonPage' });
export type LessonPage = z.infer<typeof LessonPage>;

/** Which course the lesson is opened in (lessons are addressed within the course), and the language wanted. */
export const LessonQuery = z.object({ courseId: Uuid, locale: Locale.optional() });
export type LessonQuery = z.infer<typeof LessonQuery>;

/**
 * `seq` grows with every save on a device; the server ignores the place of an older one. The highest one of a course
 * also tells where to resume, so let it be the time in milliseconds, or one more than the last. `done` never goes back.
 */
export const SaveLessonProgressBody = z
  .strictObject({
    blockId: Uuid,
    done: z.boolean(),
    seq: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  })
  .meta({ id: 'SaveLessonProgressBody' });
export type SaveLessonProgressBody = z.infer<typeof SaveLessonProgressBody>;
export const SavedLessonProgress = z
  .object({
    state: LessonState,
    lessonPercent: z.number().int(),
    coursePercent: z.number().int(),
    minutesLeft: z.number().int(),
    courseProgress: CourseProgress,
    savedAt: IsoDateTime,
  })
  .meta({ id: 'SavedLessonProgress' });
export type SavedLessonProgress = z.infer<typeof SavedLessonProgress>;

export const DecideBody = z.strictObject({ nodeId: Uuid, optionId: Uuid }).meta({ id: 'DecideBody' });

/** Preview of a version as somebody of that tier would see it; nothing is recorded. */
export const PreviewQuery = z.object({ tier: Tier, locale: Locale.default('zh-CN') });
