import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CastBody,
  CreateDrillRunBody,
  DrillLogQuery,
  DrillRunDetail,
  DrillRunList,
  ListDrillRunsQuery,
  RestartDrillRunBody,
  Uuid,
} from '@readyroom/contract';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { FILE_TYPES, sendFile } from '../../platform/http/attachment.js';
import { Route } from '../../platform/http/route.js';
import { DrillLogExport } from './screens/drill-log.export.js';
import { DrillRunsReadModel } from './drill-runs.read-model.js';
import { DrillRuns } from './drill-runs.service.js';

/** Runs as trainers make and look after them. */
@ApiTags('drill runs')
@Controller('drill-runs')
export class DrillRunsController {
  constructor(
    private readonly service: DrillRuns,
    private readonly runs: DrillRunsReadModel,
    private readonly logs: DrillLogExport,
  ) {}

  @Route({
    id: 'listDrillRuns',
    method: 'GET',
    path: '',
    returns: DrillRunList,
    access: { can: 'drill.read' },
    summary: 'Runs that the caller made, has a staff role in, or that were made within their sub-tree',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListDrillRunsQuery }) query: z.infer<typeof ListDrillRunsQuery>,
  ): Promise<z.infer<typeof DrillRunList>> {
    return this.runs.list(actor, query);
  }

  @Route({
    id: 'createDrillRun',
    method: 'POST',
    path: '',
    status: 201,
    returns: DrillRunDetail,
    access: { can: 'drill.run' },
    summary:
      'A live run of the published version of a scenario; whoever makes it leads it unless cast otherwise',
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: CreateDrillRunBody }) body: z.infer<typeof CreateDrillRunBody>,
  ): Promise<DrillRunDetail> {
    return this.service.create(actor, body);
  }

  @Route({
    id: 'getDrillRun',
    method: 'GET',
    path: ':id',
    returns: DrillRunDetail,
    access: { can: 'drill.read' },
    summary: 'One run with its cast',
  })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<DrillRunDetail> {
    return this.runs.detail(actor, id);
  }

  @Route({
    id: 'castDrillRun',
    method: 'PUT',
    path: ':id/participants',
    returns: DrillRunDetail,
    access: { can: 'drill.run' },
    summary: 'Replace the cast, until the run is over',
  })
  cast(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: CastBody }) body: z.infer<typeof CastBody>,
  ): Promise<DrillRunDetail> {
    return this.service.cast(actor, id, body);
  }

  @Route({
    id: 'restartDrillRun',
    method: 'POST',
    path: ':id/restart',
    status: 201,
    returns: DrillRunDetail,
    access: { can: 'drill.run' },
    summary: 'A new run with the same cast; the old one and its log stay as they are',
  })
  restart(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: RestartDrillRunBody }) body: z.infer<typeof RestartDrillRunBody>,
  ): Promise<DrillRunDetail> {
    return this.service.restart(actor, id, body);
  }

  @Route({
    id: 'exportDrillLog',
    method: 'GET',
    path: ':id/log',
    produces: ['application/json', ...FILE_TYPES],
    access: { can: 'drill.read' },
    summary: 'The whole log as a file, refused actions and all: to replay, or as a sheet',
  })
  async log(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: DrillLogQuery }) query: z.infer<typeof DrillLogQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, { ...(await this.logs.file(actor, id, query)), format: query.format });
  }
}
