import { Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Uuid, Why } from '@readyroom/contract';
import { CurrentActor, type Actor } from '../../../platform/access/actor.js';
import { Route } from '../../../platform/http/route.js';
import { WhyReadModel } from './why.read-model.js';

@ApiTags('audience rules')
@Controller()
export class WhyController {
  constructor(private readonly why: WhyReadModel) {}

  @Route({
    id: 'whyMyProgram',
    method: 'GET',
    path: 'learn/programs/:id/why',
    returns: Why,
    access: { can: 'learning.read' },
    summary: 'Why do I have this program?',
  })
  myProgram(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<Why> {
    return this.why.ofMine(actor.personId, 'program', id);
  }

  @Route({
    id: 'whyMyCourse',
    method: 'GET',
    path: 'learn/courses/:id/why',
    returns: Why,
    access: { can: 'learning.read' },
    summary: 'Why do I have this course?',
  })
  myCourse(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<Why> {
    return this.why.ofMine(actor.personId, 'course', id);
  }

  @Route({
    id: 'whyProgramOfPerson',
    method: 'GET',
    path: 'people/:id/programs/:programId/why',
    returns: Why,
    access: { can: 'certification.read' },
    summary: 'Why a person has a program, or why not: every rule, part by part',
  })
  program(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Param('programId', { schema: Uuid }) programId: string,
  ): Promise<Why> {
    return this.why.ofPerson(id, 'program', programId, actor.scopeDepartmentId);
  }

  @Route({
    id: 'whyCourseOfPerson',
    method: 'GET',
    path: 'people/:id/courses/:courseId/why',
    returns: Why,
    access: { can: 'certification.read' },
    summary: 'Why a person has a course, or why not',
  })
  course(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Param('courseId', { schema: Uuid }) courseId: string,
  ): Promise<Why> {
    return this.why.ofPerson(id, 'course', courseId, actor.scopeDepartmentId);
  }
}
