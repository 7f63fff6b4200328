import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ScenarioDetail,
  ScenarioList,
  ScenariosQuery,
  ScenarioVersion,
  ScenarioVersionDetail,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { ScenarioNotFound, ScenarioVersionNotFound } from './scenarios.errors.js';
import { ScenariosReadModel } from './scenarios.read-model.js';
import { Scenarios } from './scenarios.service.js';

@ApiTags('scenarios')
@Controller()
export class ScenariosController {
  constructor(
    private readonly scenarios: Scenarios,
    private readonly readModel: ScenariosReadModel,
  ) {}

  @Route({
    id: 'listScenarios',
    method: 'GET',
    path: 'scenarios',
    returns: ScenarioList,
    access: { can: 'scenario.read' },
    summary: 'Scenarios with their versions and what the check says about them',
  })
  async list(
    @Query({ schema: ScenariosQuery }) query: z.infer<typeof ScenariosQuery>,
  ): Promise<z.infer<typeof ScenarioList>> {
    return this.readModel.list(query);
  }

  @Route({
    id: 'getScenario',
    method: 'GET',
    path: 'scenarios/:id',
    returns: ScenarioDetail,
    access: { can: 'scenario.read' },
    summary: 'A scenario with its objectives, phases and versions',
  })
  async get(@Param('id', { schema: Uuid }) id: string): Promise<ScenarioDetail> {
    const scenario = await this.readModel.detail(id);
    if (!scenario) throw new ScenarioNotFound();
    return scenario;
  }

  @Route({
    id: 'getScenarioVersion',
    method: 'GET',
    path: 'scenario-versions/:id',
    returns: ScenarioVersionDetail,
    access: { can: 'scenario.read' },
    summary: 'A whole version, hidden truth included',
  })
  async getVersion(@Param('id', { schema: Uuid }) id: string): Promise<ScenarioVersionDetail> {
    const version = await this.readModel.versionDetail(id);
    if (!version) throw new ScenarioVersionNotFound();
    return version;
  }

  @Route({
    id: 'publishScenarioVersion',
    method: 'POST',
    path: 'scenario-versions/:id/publish',
    returns: ScenarioVersion,
    access: { can: 'scenario.publish' },
    summary: 'Publish a draft; runs of another version keep it',
  })
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<ScenarioVersion> {
    return this.scenarios.publish(actor, id);
  }
}
