import { Body, Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Inbox, InboxQuery, ReadInboxBody } from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { InboxReadModel } from './inbox.read-model.js';

@ApiTags('inbox')
@Controller('learn/inbox')
export class InboxController {
  constructor(private readonly inbox: InboxReadModel) {}

  @Route({
    id: 'getMyInbox',
    method: 'GET',
    path: '',
    returns: Inbox,
    access: { can: 'learning.read' },
    summary: 'Messages to the signed-in person, newest first',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: InboxQuery }) query: z.infer<typeof InboxQuery>,
  ): Promise<Inbox> {
    return this.inbox.list(actor.personId, query);
  }

  @Route({
    id: 'readMyInbox',
    method: 'POST',
    path: 'read',
    access: { can: 'learning.write' },
    summary: 'Mark messages as read',
  })
  async read(
    @CurrentActor() actor: Actor,
    @Body({ schema: ReadInboxBody }) body: z.infer<typeof ReadInboxBody>,
  ): Promise<void> {
    await this.inbox.read(actor.personId, body.ids);
  }
}
