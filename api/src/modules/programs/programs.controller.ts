import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CheckProgramBody,
  CreateProgramBody,
  ProgramCheck,
  ProgramDetail,
  ProgramList,
  ProgramsQuery,
  PublishProgramBody,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { Route } from '../../platform/http/route.js';
import { ProgramsReadModel } from './programs.read-model.js';
import { Programs } from './programs.service.js';

type Detail = z.infer<typeof ProgramDetail>;

@ApiTags('programs')
@Controller('programs')
export class ProgramsController {
  constructor(
    private readonly programs: Programs,
    private readonly readModel: ProgramsReadModel,
    private readonly database: Database,
  ) {}

  @Route({
    id: 'listPrograms',
    method: 'GET',
    path: '',
    returns: ProgramList,
    access: { can: 'program.read' },
    summary: 'Programs, with how many people are in them',
  })
  list(
    @Query({ schema: ProgramsQuery }) query: z.infer<typeof ProgramsQuery>,
  ): Promise<z.infer<typeof ProgramList>> {
    return this.readModel.list(query);
  }

  @Route({
    id: 'getProgram',
    method: 'GET',
    path: ':id',
    returns: ProgramDetail,
    access: { can: 'program.read' },
    summary: 'One program with its versions',
  })
  get(@Param('id', { schema: Uuid }) id: string): Promise<Detail> {
    return this.readModel.get(this.database, id);
  }

  @Route({
    id: 'createProgram',
    method: 'POST',
    path: '',
    status: 201,
    returns: ProgramDetail,
    access: { can: 'program.write' },
    summary: 'Make a program and publish its first version',
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: CreateProgramBody }) body: z.infer<typeof CreateProgramBody>,
  ): Promise<Detail> {
    return this.programs.create(actor, body);
  }

  @Route({
    id: 'checkProgram',
    method: 'POST',
    path: 'check',
    status: 200,
    returns: ProgramCheck,
    access: { can: 'program.write' },
    summary: 'What is wrong with a draft, by place, and how many people a new version would concern',
  })
  check(
    @Body({ schema: CheckProgramBody }) body: z.infer<typeof CheckProgramBody>,
  ): Promise<z.infer<typeof ProgramCheck>> {
    return this.programs.checkDraft(body);
  }

  @Route({
    id: 'publishProgram',
    method: 'POST',
    path: ':id/versions',
    status: 200,
    returns: ProgramDetail,
    access: { can: 'program.write' },
    summary: 'Publish a new version; who has not completed the program follows it',
  })
  publish(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: PublishProgramBody }) body: z.infer<typeof PublishProgramBody>,
  ): Promise<Detail> {
    return this.programs.publish(actor, id, body);
  }

  @Route({
    id: 'archiveProgram',
    method: 'POST',
    path: ':id/archive',
    status: 200,
    returns: ProgramDetail,
    access: { can: 'program.write' },
    summary: 'Assign it to nobody new; who is in it stays in it',
  })
  archive(@Param('id', { schema: Uuid }) id: string): Promise<Detail> {
    return this.programs.archive(id, true);
  }

  @Route({
    id: 'restoreProgram',
    method: 'POST',
    path: ':id/restore',
    status: 200,
    returns: ProgramDetail,
    access: { can: 'program.write' },
    summary: 'Take an archived program up again',
  })
  restore(@Param('id', { schema: Uuid }) id: string): Promise<Detail> {
    return this.programs.archive(id, false);
  }
}
