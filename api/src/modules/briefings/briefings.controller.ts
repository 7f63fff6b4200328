import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BriefingBoard,
  BriefingList,
  BriefingPeople,
  BriefingPeopleQuery,
  BriefingPreview,
  CorrectBriefingBody,
  ListBriefingsQuery,
  PreviewBriefingBody,
  SendBriefingBody,
  StopBriefingBody,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { BriefingsReadModel } from './briefings.read-model.js';
import { Briefings } from './briefings.service.js';

@ApiTags('briefings')
@Controller('briefings')
export class BriefingsController {
  constructor(
    private readonly briefings: Briefings,
    private readonly readModel: BriefingsReadModel,
  ) {}

  @Route({
    id: 'listBriefings',
    method: 'GET',
    path: '',
    returns: BriefingList,
    access: { can: 'briefing.read' },
    summary: 'Flash briefings that asked somebody in my departments, the newest first',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListBriefingsQuery }) query: z.infer<typeof ListBriefingsQuery>,
  ): Promise<z.infer<typeof BriefingList>> {
    return this.readModel.list(actor.scopeDepartmentId, query);
  }

  @Route({
    id: 'previewBriefing',
    method: 'POST',
    path: 'preview',
    status: 200,
    returns: BriefingPreview,
    access: { can: 'briefing.send' },
    summary: 'Whom a briefing would reach now',
  })
  preview(
    @CurrentActor() actor: Actor,
    @Body({ schema: PreviewBriefingBody }) body: z.infer<typeof PreviewBriefingBody>,
  ): Promise<BriefingPreview> {
    return this.briefings.preview(actor, body);
  }

  @Route({
    id: 'sendBriefing',
    method: 'POST',
    path: '',
    status: 200,
    returns: BriefingBoard,
    access: { can: 'briefing.send' },
    summary: 'Ask everybody in the audience at once; the id of the draft goes out only once',
  })
  async send(
    @CurrentActor() actor: Actor,
    @Body({ schema: SendBriefingBody }) body: SendBriefingBody,
  ): Promise<BriefingBoard> {
    return this.boardOf(actor, await this.briefings.send(actor, body));
  }

  @Route({
    id: 'getBriefingBoard',
    method: 'GET',
    path: ':id',
    returns: BriefingBoard,
    access: { can: 'briefing.read' },
    summary: 'Who has acknowledged, by department and tier, and what was sent',
  })
  board(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<BriefingBoard> {
    return this.boardOf(actor, id);
  }

  @Route({
    id: 'listBriefingPeople',
    method: 'GET',
    path: ':id/people',
    returns: BriefingPeople,
    access: { can: 'briefing.read' },
    summary: 'The people behind a number of the board',
  })
  people(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: BriefingPeopleQuery }) query: BriefingPeopleQuery,
  ): Promise<z.infer<typeof BriefingPeople>> {
    return this.readModel.people(actor.scopeDepartmentId, id, query);
  }

  @Route({
    id: 'correctBriefing',
    method: 'POST',
    path: ':id/versions',
    status: 200,
    returns: BriefingBoard,
    access: { can: 'briefing.send' },
    summary: 'Send a corrected version, which asks everybody again and says what changed',
  })
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: CorrectBriefingBody }) body: CorrectBriefingBody,
  ): Promise<BriefingBoard> {
    await this.briefings.correct(actor, id, body);
    return this.boardOf(actor, id);
  }

  @Route({
    id: 'stopBriefing',
    method: 'POST',
    path: ':id/stop',
    status: 200,
    returns: BriefingBoard,
    access: { can: 'briefing.send' },
    summary: 'Ask nobody any more; what was answered stays',
  })
  async stop(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: StopBriefingBody }) body: z.infer<typeof StopBriefingBody>,
  ): Promise<BriefingBoard> {
    await this.briefings.stop(actor, id, body.reason);
    return this.boardOf(actor, id);
  }

  private boardOf(actor: Actor, id: string): Promise<BriefingBoard> {
    return this.readModel.board(actor.scopeDepartmentId, actor.permissions.has('briefing.send'), id);
  }
}
