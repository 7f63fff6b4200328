import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AcknowledgeBriefingBody,
  BriefingReceipt,
  MyBriefingList,
  OpenBriefingBody,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { MyBriefings } from './my-briefings.service.js';

@ApiTags('learning')
@Controller('learn/briefings')
export class MyBriefingsController {
  constructor(private readonly briefings: MyBriefings) {}

  @Route({
    id: 'listMyBriefings',
    method: 'GET',
    path: '',
    returns: MyBriefingList,
    access: { can: 'learning.read' },
    summary: 'Flash briefings that I have still to acknowledge, the newest first',
  })
  async list(@CurrentActor() actor: Actor): Promise<z.infer<typeof MyBriefingList>> {
    const items = await this.briefings.list(actor.personId);
    return { items, total: items.length };
  }

  @Route({
    id: 'openMyBriefing',
    method: 'POST',
    path: ':id/open',
    access: { can: 'learning.write' },
    summary: 'A flash briefing is on the screen',
  })
  open(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: OpenBriefingBody }) { version }: z.infer<typeof OpenBriefingBody>,
  ): Promise<void> {
    return this.briefings.open(actor.personId, id, version);
  }

  @Route({
    id: 'acknowledgeMyBriefing',
    method: 'POST',
    path: ':id/acknowledge',
    status: 200,
    returns: BriefingReceipt,
    access: { can: 'learning.write' },
    summary: 'Acknowledge a flash briefing; the first time counts',
  })
  acknowledge(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: AcknowledgeBriefingBody }) body: AcknowledgeBriefingBody,
  ): Promise<BriefingReceipt> {
    return this.briefings.acknowledge(actor.personId, id, body);
  }
}
