import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ChannelTest,
  Delivery,
  DeliveryList,
  EmailChannel,
  ListDeliveriesQuery,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { DeliveriesReadModel } from './deliveries.read-model.js';
import { Deliveries } from './deliveries.service.js';

@ApiTags('deliveries')
@Controller()
export class DeliveriesController {
  constructor(
    private readonly readModel: DeliveriesReadModel,
    private readonly deliveries: Deliveries,
  ) {}

  @Route({
    id: 'listDeliveries',
    method: 'GET',
    path: 'deliveries',
    returns: DeliveryList,
    access: { can: 'delivery.read' },
    summary: 'Messages with what became of them',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListDeliveriesQuery }) query: z.infer<typeof ListDeliveriesQuery>,
  ): Promise<z.infer<typeof DeliveryList>> {
    return this.readModel.list(query, actor.scopeDepartmentId);
  }

  @Route({
    id: 'retryDelivery',
    method: 'POST',
    path: 'deliveries/:id/retry',
    status: 200,
    returns: Delivery,
    access: { can: 'reminder.write' },
    summary: 'Send again what failed, bounced or was held, to the address that is right now',
  })
  retry(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<Delivery> {
    return this.deliveries.retry(actor, id);
  }

  @Route({
    id: 'getEmailChannel',
    method: 'GET',
    path: 'channels/email',
    returns: EmailChannel,
    access: { can: 'delivery.read' },
    summary: 'Whether mails can go out',
  })
  email(): Promise<EmailChannel> {
    return this.deliveries.email();
  }

  @Route({
    id: 'testEmailChannel',
    method: 'POST',
    path: 'channels/email/test',
    status: 200,
    returns: ChannelTest,
    access: { can: 'channel.write' },
    summary: 'A mail to the signed-in person, now, and what the server answered',
  })
  testEmail(@CurrentActor() actor: Actor): Promise<ChannelTest> {
    return this.deliveries.testEmail(actor);
  }
}
