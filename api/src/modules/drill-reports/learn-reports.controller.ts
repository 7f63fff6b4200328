import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  HotWashBody,
  ImprovementAction,
  MyActions,
  MyDrillReport,
  MyHotWash,
  UpdateMyActionBody,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { ImprovementActionsReadModel } from './actions/improvement-actions.read-model.js';
import { ImprovementActions } from './actions/improvement-actions.service.js';
import { HotWashes } from './hot-wash/hot-wash.service.js';
import { DrillReportsReadModel } from './report/drill-reports.read-model.js';

/** What comes after a drill for those who took part. */
@ApiTags('drill reports')
@Controller('learn')
export class LearnReportsController {
  constructor(
    private readonly reports: DrillReportsReadModel,
    private readonly hotWashes: HotWashes,
    private readonly actions: ImprovementActionsReadModel,
    private readonly service: ImprovementActions,
  ) {}

  @Route({
    id: 'getMyDrillReport',
    method: 'GET',
    path: 'drills/:id/report',
    returns: MyDrillReport,
    access: { can: 'learning.read' },
    summary: 'After a run one took part in: the whole, and oneself; no other seat',
  })
  report(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<MyDrillReport> {
    return this.reports.mine(actor, id);
  }

  @Route({
    id: 'getMyHotWash',
    method: 'GET',
    path: 'drills/:id/hot-wash',
    returns: MyHotWash,
    access: { can: 'learning.read' },
    summary: 'Own answers right after a run, and whether they can be given or changed',
  })
  hotWash(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<MyHotWash> {
    return this.hotWashes.mine(actor, id);
  }

  @Route({
    id: 'answerHotWash',
    method: 'POST',
    path: 'drills/:id/hot-wash',
    status: 200,
    returns: MyHotWash,
    access: { can: 'learning.write' },
    summary: 'Answer, or answer anew, until the facilitator closes the report',
  })
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: HotWashBody }) body: HotWashBody,
  ): Promise<MyHotWash> {
    return this.hotWashes.answer(actor, id, body);
  }

  @Route({
    id: 'getMyActions',
    method: 'GET',
    path: 'actions',
    returns: MyActions,
    access: { can: 'learning.read' },
    summary: 'Corrective actions that one owns, and their reminders',
  })
  mine(@CurrentActor() actor: Actor): Promise<MyActions> {
    return this.actions.mine(actor.personId);
  }

  @Route({
    id: 'updateMyAction',
    method: 'PATCH',
    path: 'actions/:id',
    returns: ImprovementAction,
    access: { can: 'learning.write' },
    summary: 'Say how far an own corrective action has come, with proof',
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: UpdateMyActionBody }) body: z.infer<typeof UpdateMyActionBody>,
  ): Promise<ImprovementAction> {
    return this.service.report(actor, id, body);
  }
}
