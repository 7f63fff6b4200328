import { Body, Controller, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import {
  DrillEventPage,
  DrillEventsQuery,
  DrillStage,
  SendControlActionBody,
  SendObserverActionBody,
  SendPlayerActionBody,
  SentAction,
  Uuid,
} from '@readyroom/contract';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { DrillAccess } from './drill-access.js';
import { DrillActions } from './drill-actions.service.js';
import { DrillEntry } from './entry/drill-entry.service.js';
import { DrillScreens } from './screens/drill-screens.service.js';
import { DrillStreams } from './stream/drill-streams.js';

/** What participants of a run call, whatever their role. */
@ApiTags('drills')
@Controller('drills/:id')
export class DrillsController {
  constructor(
    private readonly access: DrillAccess,
    private readonly screens: DrillScreens,
    private readonly entry: DrillEntry,
    private readonly actions: DrillActions,
    private readonly streams: DrillStreams,
  ) {}

  @Route({
    id: 'getDrillStage',
    method: 'GET',
    path: 'stage',
    returns: DrillStage,
    access: { can: 'learning.read' },
    summary: 'What does not change during a run, as this participant may know it',
  })
  stage(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<DrillStage> {
    return this.screens.stage(actor, id);
  }

  @Route({
    id: 'readyForDrill',
    method: 'POST',
    path: 'ready',
    access: { can: 'learning.write' },
    summary: 'Say in the lobby that one is ready',
  })
  ready(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    return this.entry.ready(actor, id);
  }

  @Route({
    id: 'listDrillEvents',
    method: 'GET',
    path: 'events',
    returns: DrillEventPage,
    access: { can: 'learning.read' },
    summary: 'What happened after an event, as this participant may see it',
  })
  events(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: DrillEventsQuery }) { after }: z.infer<typeof DrillEventsQuery>,
  ): Promise<DrillEventPage> {
    return this.screens.events(actor, id, after);
  }

  @Route({
    id: 'streamDrill',
    method: 'GET',
    path: 'stream',
    produces: ['text/event-stream'],
    access: { can: 'learning.read' },
    summary:
      'Server-sent events: DrillEvent as they happen, `clock` (DrillClock) when it changes and every ten seconds, `end` when the run is over',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'As `after`, sent by browsers that reconnect; the later of both counts',
  })
  async stream(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: DrillEventsQuery }) { after }: z.infer<typeof DrillEventsQuery>,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') header?: string,
  ): Promise<void> {
    const part = await this.access.part(actor, id);
    const last = DrillEventsQuery.shape.after.safeParse(header ?? 0);
    await this.streams.open(actor, part, Math.max(after, last.success ? last.data : 0), reply);
  }

  @Route({
    id: 'sendDrillAction',
    method: 'POST',
    path: 'actions',
    status: 200,
    returns: SentAction,
    access: { can: 'learning.write' },
    summary:
      'What a player does. Answered once it is in the log; refused actions stay there and change nothing',
  })
  act(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SendPlayerActionBody }) body: z.infer<typeof SendPlayerActionBody>,
  ): Promise<SentAction> {
    return this.actions.act(actor, id, body);
  }

  @Route({
    id: 'sendDrillObservation',
    method: 'POST',
    path: 'observations',
    status: 200,
    returns: SentAction,
    access: { can: 'learning.write' },
    summary: 'Ratings and notes of evaluators and controllers, notes of observers',
  })
  observe(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SendObserverActionBody }) body: z.infer<typeof SendObserverActionBody>,
  ): Promise<SentAction> {
    return this.actions.observe(actor, id, body);
  }

  @Route({
    id: 'controlDrill',
    method: 'POST',
    path: 'control',
    status: 200,
    returns: SentAction,
    access: { can: 'learning.write' },
    summary: 'What the facilitator does: start, pause, pace, injects, end, emergency stop',
  })
  control(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SendControlActionBody }) body: z.infer<typeof SendControlActionBody>,
  ): Promise<SentAction> {
    return this.actions.control(actor, id, body);
  }
}
