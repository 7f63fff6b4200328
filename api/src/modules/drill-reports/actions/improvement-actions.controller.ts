import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateImprovementActionBody,
  ImprovementAction,
  ImprovementActionList,
  ImprovementActionsQuery,
  UpdateImprovementActionBody,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { Route } from '../../../platform/http/route.js';
import { ImprovementActionsReadModel } from './improvement-actions.read-model.js';
import { ImprovementActions } from './improvement-actions.service.js';

@ApiTags('drill reports')
@Controller('improvement-actions')
export class ImprovementActionsController {
  constructor(
    private readonly service: ImprovementActions,
    private readonly actions: ImprovementActionsReadModel,
    private readonly database: Database,
  ) {}

  @Route({
    id: 'listImprovementActions',
    method: 'GET',
    path: '',
    returns: ImprovementActionList,
    access: { can: 'drill.read' },
    summary: 'Corrective actions of people in scope, and those that the caller wrote',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ImprovementActionsQuery }) query: z.infer<typeof ImprovementActionsQuery>,
  ): Promise<z.infer<typeof ImprovementActionList>> {
    return this.actions.list(actor, query);
  }

  @Route({
    id: 'createImprovementAction',
    method: 'POST',
    path: '',
    status: 201,
    returns: ImprovementAction,
    access: { can: 'drill.run' },
    summary: 'Something to change, with its owner, the objective it serves, and when it is due',
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: CreateImprovementActionBody }) body: z.infer<typeof CreateImprovementActionBody>,
  ): Promise<ImprovementAction> {
    return this.service.create(actor, body);
  }

  @Route({
    id: 'getImprovementAction',
    method: 'GET',
    path: ':id',
    returns: ImprovementAction,
    access: { can: 'drill.read' },
    summary: 'One corrective action',
  })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<ImprovementAction> {
    return this.actions.get(this.database, actor, id);
  }

  @Route({
    id: 'updateImprovementAction',
    method: 'PATCH',
    path: ':id',
    returns: ImprovementAction,
    access: { can: 'drill.run' },
    summary: 'Change it, until a later run has verified it; nobody can set it verified',
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: UpdateImprovementActionBody }) body: z.infer<typeof UpdateImprovementActionBody>,
  ): Promise<ImprovementAction> {
    return this.service.update(actor, id, body);
  }

  @Route({
    id: 'deleteImprovementAction',
    method: 'DELETE',
    path: ':id',
    access: { can: 'drill.run' },
    summary: 'Remove one that was written by mistake; a verified one stays',
  })
  async remove(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    await this.service.remove(actor, id);
  }
}
