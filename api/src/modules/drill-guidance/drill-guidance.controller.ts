import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CoachBody, CoachNotes, ModelCard, Uuid } from '@readyroom/contract';
import type { z } from 'zod';
import { coach, ENGINE_VERSION, modelCard } from '../../engine/index.js';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { DrillAccess } from '../drill-runs/index.js';

@ApiTags('drills')
@Controller()
export class DrillGuidanceController {
  constructor(private readonly access: DrillAccess) {}

  @Route({
    id: 'getModelCard',
    method: 'GET',
    path: 'drill-model',
    returns: ModelCard,
    access: { can: 'learning.read' },
    summary: 'What the opinion model is and is not, with every constant and its source',
  })
  card(): z.infer<typeof ModelCard> {
    return ModelCard.parse({ engineVersion: ENGINE_VERSION, ...modelCard() });
  }

  @Route({
    id: 'coachStatement',
    method: 'POST',
    path: 'drills/:id/coach',
    status: 200,
    returns: CoachNotes,
    access: { can: 'learning.write' },
    summary: 'Advice on the draft of a statement; nothing is kept, logged or scored',
  })
  async advise(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: CoachBody }) { text, elements, outlets }: z.infer<typeof CoachBody>,
  ): Promise<CoachNotes> {
    await this.access.part(actor, id);
    return { notes: coach(text, elements, outlets) };
  }
}
