import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EnteredDrill, JoinDrillBody, MyDrills, StartSoloBody } from '@readyroom/contract';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { DrillEntry } from './entry/drill-entry.service.js';
import { MyDrillsReadModel } from './screens/my-drills.read-model.js';

@ApiTags('drills')
@Controller('learn/drills')
export class LearnDrillsController {
  constructor(
    private readonly mine: MyDrillsReadModel,
    private readonly entry: DrillEntry,
  ) {}

  @Route({
    id: 'getMyDrills',
    method: 'GET',
    path: '',
    returns: MyDrills,
    access: { can: 'learning.read' },
    summary: 'Drills of the signed-in person: now, to come, past, and what can be played alone',
  })
  list(@CurrentActor() actor: Actor): Promise<MyDrills> {
    return this.mine.of(actor);
  }

  @Route({
    id: 'joinDrill',
    method: 'POST',
    path: 'join',
    status: 200,
    returns: EnteredDrill,
    access: { can: 'learning.write' },
    summary:
      'Join an open run by its code; whoever is not in the cast gets a free seat of their tier or watches',
  })
  async join(
    @CurrentActor() actor: Actor,
    @Body({ schema: JoinDrillBody }) { code }: z.infer<typeof JoinDrillBody>,
    @Req() request: FastifyRequest,
  ): Promise<z.infer<typeof EnteredDrill>> {
    return { runId: await this.entry.join(actor, code, request.ip) };
  }

  @Route({
    id: 'startSoloDrill',
    method: 'POST',
    path: 'solo',
    status: 200,
    returns: EnteredDrill,
    access: { can: 'learning.write' },
    summary: 'Start a solo run at once, or go on with the open one',
  })
  async solo(
    @CurrentActor() actor: Actor,
    @Body({ schema: StartSoloBody }) { scenarioId }: z.infer<typeof StartSoloBody>,
  ): Promise<z.infer<typeof EnteredDrill>> {
    return { runId: await this.entry.solo(actor, scenarioId) };
  }
}
