import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CourseDetail,
  CourseList,
  CoursesQuery,
  CourseVersion,
  PreviewQuery,
  Uuid,
  VersionPreview,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { CourseNotFound } from './courses.errors.js';
import { CoursesReadModel } from './courses.read-model.js';
import { Courses } from './courses.service.js';

@ApiTags('courses')
@Controller()
export class CoursesController {
  constructor(
    private readonly courses: Courses,
    private readonly readModel: CoursesReadModel,
  ) {}

  @Route({
    id: 'listCourses',
    method: 'GET',
    path: 'courses',
    returns: CourseList,
    access: { can: 'course.read' },
    summary: 'Courses with their versions in use and waiting',
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: CoursesQuery }) query: z.infer<typeof CoursesQuery>,
  ): Promise<z.infer<typeof CourseList>> {
    return this.readModel.list(actor, query);
  }

  @Route({
    id: 'getCourse',
    method: 'GET',
    path: 'courses/:id',
    returns: CourseDetail,
    access: { can: 'course.read' },
    summary: 'A course with all its versions',
  })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<z.infer<typeof CourseDetail>> {
    const course = await this.readModel.detail(actor, id);
    if (!course) throw new CourseNotFound();
    return course;
  }

  @Route({
    id: 'previewCourseVersion',
    method: 'GET',
    path: 'course-versions/:id/preview',
    returns: VersionPreview,
    access: { can: 'course.read' },
    summary: 'A version as a tier would read it in a language',
  })
  async preview(
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PreviewQuery }) { tier, locale }: z.infer<typeof PreviewQuery>,
  ): Promise<VersionPreview> {
    return this.courses.preview(id, tier, locale);
  }

  @Route({
    id: 'publishCourseVersion',
    method: 'POST',
    path: 'course-versions/:id/publish',
    returns: CourseVersion,
    access: { can: 'course.publish' },
    summary: 'Publish a draft; learners who began another version keep it',
  })
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<CourseVersion> {
    return this.courses.publish(actor, id);
  }
}
