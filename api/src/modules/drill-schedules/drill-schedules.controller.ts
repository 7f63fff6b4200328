import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateDrillScheduleBody,
  DrillCadence,
  DrillConflicts,
  DrillScheduleDetail,
  DrillScheduleList,
  DrillSchedulePreview,
  ListDrillSchedulesQuery,
  PreFlight,
  PreFlightQuery,
  PreviewDrillScheduleBody,
  RetriedLetters,
  UpdateDrillOccurrenceBody,
  UpdateDrillScheduleBody,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { CadenceReadModel } from './checks/cadence.read-model.js';
import { ConflictsReadModel } from './checks/conflicts.read-model.js';
import { PreFlightCheck } from './checks/pre-flight.service.js';
import { DrillSchedulesReadModel } from './drill-schedules.read-model.js';
import { DrillSchedules } from './drill-schedules.service.js';

@ApiTags('drill schedules')
@Controller('drill-schedules')
export class DrillSchedulesController {
  constructor(
    private readonly service: DrillSchedules,
    private readonly schedules: DrillSchedulesReadModel,
    private readonly conflicts: ConflictsReadModel,
    private readonly preFlight: PreFlightCheck,
    private readonly cadence: CadenceReadModel,
  ) {}

  @Route({
    id: 'listDrillSchedules',
    method: 'GET',
    path: '',
    returns: DrillScheduleList,
    access: { can: 'drill.read' },
    summary: 'Schedules, with when they come next',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListDrillSchedulesQuery }) query: z.infer<typeof ListDrillSchedulesQuery>,
  ): Promise<z.infer<typeof DrillScheduleList>> {
    return this.schedules.list(actor, query);
  }

  @Route({
    id: 'createDrillSchedule',
    method: 'POST',
    path: '',
    status: 201,
    returns: DrillScheduleDetail,
    access: { can: 'drill.run' },
    summary: 'Plan a drill, once or again and again, and invite people to it',
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: CreateDrillScheduleBody }) body: z.infer<typeof CreateDrillScheduleBody>,
  ): Promise<DrillScheduleDetail> {
    return this.service.create(actor, body);
  }

  @Route({
    id: 'previewDrillSchedule',
    method: 'POST',
    path: 'preview',
    status: 200,
    returns: DrillSchedulePreview,
    access: { can: 'drill.run' },
    summary: 'The next ten moments of a rule, before anything is written',
  })
  preview(
    @Body({ schema: PreviewDrillScheduleBody }) body: z.infer<typeof PreviewDrillScheduleBody>,
  ): Promise<DrillSchedulePreview> {
    return this.service.preview(body);
  }

  @Route({
    id: 'getDrillCadence',
    method: 'GET',
    path: 'cadence',
    returns: DrillCadence,
    access: { can: 'drill.read' },
    summary: 'How often each tier should drill and why, and when it last did',
  })
  proposal(@CurrentActor() actor: Actor): Promise<DrillCadence> {
    return this.cadence.of(actor);
  }

  @Route({
    id: 'getDrillSchedule',
    method: 'GET',
    path: ':id',
    returns: DrillScheduleDetail,
    access: { can: 'drill.read' },
    summary: 'One schedule with its occurrences',
  })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<DrillScheduleDetail> {
    return this.schedules.detail(actor, id);
  }

  @Route({
    id: 'updateDrillSchedule',
    method: 'PATCH',
    path: ':id',
    returns: DrillScheduleDetail,
    access: { can: 'drill.run' },
    summary: 'Change all that is still planned, or with `from` one day of the rule and all following',
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: UpdateDrillScheduleBody }) body: z.infer<typeof UpdateDrillScheduleBody>,
  ): Promise<DrillScheduleDetail> {
    return this.service.update(actor, id, body);
  }

  @Route({
    id: 'cancelDrillSchedule',
    method: 'POST',
    path: ':id/cancel',
    status: 200,
    returns: DrillScheduleDetail,
    access: { can: 'drill.run' },
    summary: 'Call off everything that is still planned',
  })
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<DrillScheduleDetail> {
    return this.service.cancel(actor, id);
  }

  @Route({
    id: 'updateDrillOccurrence',
    method: 'PATCH',
    path: ':id/occurrences/:occurrenceId',
    returns: DrillScheduleDetail,
    access: { can: 'drill.run' },
    summary: 'Move, rename or recast one occurrence',
  })
  updateOccurrence(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) schedule: string,
    @Param('occurrenceId', { schema: Uuid }) occurrence: string,
    @Body({ schema: UpdateDrillOccurrenceBody }) body: z.infer<typeof UpdateDrillOccurrenceBody>,
  ): Promise<DrillScheduleDetail> {
    return this.service.updateOccurrence(actor, { schedule, occurrence }, body);
  }

  @Route({
    id: 'cancelDrillOccurrence',
    method: 'POST',
    path: ':id/occurrences/:occurrenceId/cancel',
    status: 200,
    returns: DrillScheduleDetail,
    access: { can: 'drill.run' },
    summary: 'Call off one occurrence',
  })
  cancelOccurrence(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) schedule: string,
    @Param('occurrenceId', { schema: Uuid }) occurrence: string,
  ): Promise<DrillScheduleDetail> {
    return this.service.cancelOccurrence(actor, { schedule, occurrence });
  }

  @Route({
    id: 'retryDrillLetters',
    method: 'POST',
    path: ':id/letters/retry',
    status: 200,
    returns: RetriedLetters,
    access: { can: 'drill.run' },
    summary: 'Send again what did not reach people',
  })
  retryLetters(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<RetriedLetters> {
    return this.service.retryLetters(actor, id);
  }

  @Route({
    id: 'listDrillConflicts',
    method: 'GET',
    path: ':id/conflicts',
    returns: DrillConflicts,
    access: { can: 'drill.read' },
    summary: 'People cast twice at a time, or in the same scenario within 14 days',
  })
  async listConflicts(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<z.infer<typeof DrillConflicts>> {
    await this.schedules.detail(actor, id);
    return { items: await this.conflicts.of(id) };
  }

  @Route({
    id: 'checkDrillSchedule',
    method: 'GET',
    path: ':id/pre-flight',
    returns: PreFlight,
    access: { can: 'drill.read' },
    summary: 'What would go wrong on the day: reachability, cast, scenario, time, conflicts',
  })
  check(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PreFlightQuery }) { occurrenceId }: z.infer<typeof PreFlightQuery>,
  ): Promise<PreFlight> {
    return this.preFlight.check(actor, id, occurrenceId);
  }
}
