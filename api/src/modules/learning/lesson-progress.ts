import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Sql } from '../../platform/database/database.js';
import { allLessonsDone, coursePercent, type LessonProgress } from './course-progress.js';
import { courseOf, type CourseState, type EnrolmentState } from './course-state.js';
import { CourseNotFound, LessonNotFound } from './learning.errors.js';
import { SAVE_PROGRESS } from './learning.sql.js';
import type { PlannedLesson, TierPlan } from './tier-plan.js';
import { TierPlans } from './tier-plans.js';

/** Where somebody is in a lesson of a course they have begun. */
export interface Place {
  readonly course: CourseState;
  readonly enrolment: EnrolmentState;
  readonly plan: TierPlan;
  readonly lesson: PlannedLesson;
  readonly before: LessonProgress | undefined;
}
/** The course as it is once a change of progress is written. */
export interface Step {
  readonly place: Place;
  readonly after: LessonProgress;
  readonly lessons: ReadonlyMap<string, LessonProgress>;
  readonly coursePercent: number;
  /** With this change the last lesson becomes done. */
  readonly finishesLessons: boolean;
}

export function stepTo(place: Place, after: LessonProgress): Step {
  const { plan, lesson, before, course } = place;
  const lessons = new Map(course.lessons).set(lesson.id, after);
  return {
    place,
    after,
    lessons,
    coursePercent: coursePercent(plan, lessons, course.quiz.passed),
    finishesLessons: after.done && !before?.done && allLessonsDone(plan, lessons),
  };
}

export function lessonIn(plan: TierPlan, lessonId: string): PlannedLesson {
  const lesson = plan.lessonById.get(lessonId);
  if (!lesson) throw new LessonNotFound();
  return lesson;
}

/** Reads and writes how far people are. */
@Injectable()
export class LessonProgressRepository {
  constructor(
    private readonly clock: Clock,
    private readonly plans: TierPlans,
  ) {}

  /** Null while the course is assigned but not begun. Throws CourseNotFound, LessonNotFound. */
  async find(sql: Sql, personId: string, courseId: string, lessonId: string): Promise<Place | null> {
    const course = await courseOf(sql, personId, courseId, this.clock.now());
    if (!course) throw new CourseNotFound();
    if (!course.enrolment) return null;
    const plan = await this.plans.plan(course.enrolment.versionId, course.enrolment.tier, sql);
    const lesson = lessonIn(plan, lessonId);
    return { course, enrolment: course.enrolment, plan, lesson, before: course.lessons.get(lessonId) };
  }

  /** Writes one step. Returns the run of the case that counts, or null when somebody else wrote since it was read. */
  async write(sql: Sql, { place, after, coursePercent: percent }: Step): Promise<number | null> {
    const [row] = await sql.prepared<{ case_run: number }>(SAVE_PROGRESS.name, SAVE_PROGRESS.text, [
      place.enrolment.id,
      place.enrolment.revision,
      percent,
      place.lesson.id,
      after.blockId,
      after.percent,
      after.seq,
      after.done,
      after.casePlayed,
      this.clock.now(),
    ]);
    return row?.case_run ?? null;
  }
}
