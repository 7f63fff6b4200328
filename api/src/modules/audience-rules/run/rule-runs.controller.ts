import { Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RuleRun, RuleRunList, Uuid } from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../../platform/access/actor.js';
import { Route } from '../../../platform/http/route.js';
import { Jobs } from '../../../platform/queue/jobs.js';
import { RuleRunsReadModel } from './rule-runs.read-model.js';
import { RuleRuns } from './rule-runs.service.js';

@ApiTags('audience rules')
@Controller('audience-rules/runs')
export class RuleRunsController {
  constructor(
    private readonly runs: RuleRuns,
    private readonly readModel: RuleRunsReadModel,
    private readonly jobs: Jobs,
  ) {}

  @Route({
    id: 'startRuleRun',
    method: 'POST',
    path: '',
    status: 200,
    returns: RuleRun,
    access: { can: 'audience_rule.write' },
    summary: 'Evaluate all rules for everybody now; answers the run that is under way, if there is one',
  })
  async start(@CurrentActor() actor: Actor): Promise<RuleRun> {
    const id = await this.runs.start(actor);
    this.jobs.nudge();
    return this.readModel.get(id);
  }

  @Route({
    id: 'listRuleRuns',
    method: 'GET',
    path: '',
    returns: RuleRunList,
    access: { can: 'audience_rule.read' },
    summary: 'The latest evaluations of all rules, with how far they are',
  })
  list(): Promise<z.infer<typeof RuleRunList>> {
    return this.readModel.list();
  }

  @Route({
    id: 'getRuleRun',
    method: 'GET',
    path: ':id',
    returns: RuleRun,
    access: { can: 'audience_rule.read' },
    summary: 'How far an evaluation is',
  })
  get(@Param('id', { schema: Uuid }) id: string): Promise<RuleRun> {
    return this.readModel.get(id);
  }
}
