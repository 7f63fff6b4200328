import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CaseState,
  CourseOutline,
  DecideBody,
  LearnerHome,
  LessonPage,
  LessonQuery,
  LocaleQuery,
  SavedLessonProgress,
  SaveLessonProgressBody,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { Cases } from './cases.service.js';
import { LearnerCourses } from './learner-courses.js';
import { Lessons, type LessonAddress } from './lessons.service.js';

@ApiTags('learning')
@Controller('learn')
export class LearningController {
  constructor(
    private readonly courses: LearnerCourses,
    private readonly lessons: Lessons,
    private readonly cases: Cases,
  ) {}

  @Route({
    id: 'getLearnerHome',
    method: 'GET',
    path: 'home',
    returns: LearnerHome,
    access: { can: 'learning.read' },
    summary: 'My courses: what to go on with, what is due, what is done',
  })
  home(
    @CurrentActor() actor: Actor,
    @Query({ schema: LocaleQuery }) query: z.infer<typeof LocaleQuery>,
  ): Promise<z.infer<typeof LearnerHome>> {
    return this.courses.home(actor, query.locale ?? actor.locale);
  }

  @Route({
    id: 'getCourseOutline',
    method: 'GET',
    path: 'courses/:courseId',
    returns: CourseOutline,
    access: { can: 'learning.read' },
    summary: 'A course of mine: its lessons for my tier, its quiz, and how far I am',
  })
  outline(
    @CurrentActor() actor: Actor,
    @Param('courseId', { schema: Uuid }) courseId: string,
    @Query({ schema: LocaleQuery }) query: z.infer<typeof LocaleQuery>,
  ): Promise<CourseOutline> {
    return this.courses.outline(actor, courseId, query.locale ?? actor.locale);
  }

  @Route({
    id: 'beginCourseAgain',
    method: 'POST',
    path: 'courses/:courseId/again',
    status: 200,
    returns: CourseOutline,
    access: { can: 'learning.write' },
    summary: 'Begin a completed course again because a renewal asks for it; what was done before is kept',
  })
  beginAgain(
    @CurrentActor() actor: Actor,
    @Param('courseId', { schema: Uuid }) courseId: string,
    @Query({ schema: LocaleQuery }) query: z.infer<typeof LocaleQuery>,
  ): Promise<CourseOutline> {
    return this.courses.beginAgain(actor, courseId, query.locale ?? actor.locale);
  }

  @Route({
    id: 'openLesson',
    method: 'GET',
    path: 'lessons/:lessonId',
    returns: LessonPage,
    access: { can: 'learning.read' },
    summary: 'Open a lesson; the first one begins the course',
  })
  open(
    @CurrentActor() actor: Actor,
    @Param('lessonId', { schema: Uuid }) lessonId: string,
    @Query({ schema: LessonQuery }) query: LessonQuery,
  ): Promise<LessonPage> {
    return this.lessons.open(actor, addressOf(actor, lessonId, query));
  }

  @Route({
    id: 'saveLessonProgress',
    method: 'PUT',
    path: 'lessons/:lessonId/progress',
    returns: SavedLessonProgress,
    access: { can: 'learning.write' },
    summary: 'Save where I am in a lesson, or that I have finished it',
  })
  save(
    @CurrentActor() actor: Actor,
    @Param('lessonId', { schema: Uuid }) lessonId: string,
    @Query({ schema: LessonQuery }) query: LessonQuery,
    @Body({ schema: SaveLessonProgressBody }) body: z.infer<typeof SaveLessonProgressBody>,
  ): Promise<z.infer<typeof SavedLessonProgress>> {
    return this.lessons.save(actor, addressOf(actor, lessonId, query), body);
  }

  @Route({
    id: 'decideInCase',
    method: 'POST',
    path: 'lessons/:lessonId/decisions',
    returns: CaseState,
    access: { can: 'learning.write' },
    summary: 'Take the decision that waits in the case of a lesson',
  })
  decide(
    @CurrentActor() actor: Actor,
    @Param('lessonId', { schema: Uuid }) lessonId: string,
    @Query({ schema: LessonQuery }) query: LessonQuery,
    @Body({ schema: DecideBody }) body: z.infer<typeof DecideBody>,
  ): Promise<CaseState> {
    return this.cases.decide(actor, addressOf(actor, lessonId, query), body);
  }

  @Route({
    id: 'restartCase',
    method: 'POST',
    path: 'lessons/:lessonId/decisions/restart',
    returns: CaseState,
    access: { can: 'learning.write' },
    summary: 'Play the case of a lesson from its start again',
  })
  restart(
    @CurrentActor() actor: Actor,
    @Param('lessonId', { schema: Uuid }) lessonId: string,
    @Query({ schema: LessonQuery }) query: LessonQuery,
  ): Promise<CaseState> {
    return this.cases.restart(actor, addressOf(actor, lessonId, query));
  }
}

const addressOf = (actor: Actor, lessonId: string, query: LessonQuery): LessonAddress => ({
  courseId: query.courseId,
  lessonId,
  locale: query.locale ?? actor.locale,
});
