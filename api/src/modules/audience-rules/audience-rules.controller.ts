import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AudienceRule,
  AudienceRuleList,
  AudienceRulePreview,
  AudienceRulesQuery,
  CreateAudienceRuleBody,
  PreviewAudienceRuleBody,
  UpdateAudienceRuleBody,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { Route } from '../../platform/http/route.js';
import { AudienceRulesReadModel } from './audience-rules.read-model.js';
import { AudienceRules } from './audience-rules.service.js';

@ApiTags('audience rules')
@Controller('audience-rules')
export class AudienceRulesController {
  constructor(
    private readonly service: AudienceRules,
    private readonly rules: AudienceRulesReadModel,
    private readonly database: Database,
  ) {}

  @Route({
    id: 'previewAudienceRule',
    method: 'POST',
    path: 'preview',
    status: 200,
    returns: AudienceRulePreview,
    access: { can: 'audience_rule.write' },
    summary: 'Who would be assigned, before anything is written',
  })
  preview(
    @CurrentActor() actor: Actor,
    @Body({ schema: PreviewAudienceRuleBody }) body: z.infer<typeof PreviewAudienceRuleBody>,
  ): Promise<AudienceRulePreview> {
    return this.service.preview(actor, body);
  }

  @Route({
    id: 'createAudienceRule',
    method: 'POST',
    path: '',
    status: 201,
    returns: AudienceRule,
    access: { can: 'audience_rule.write' },
    summary: 'Assign courses to everybody in an audience, now and later',
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: CreateAudienceRuleBody }) body: z.infer<typeof CreateAudienceRuleBody>,
  ): Promise<AudienceRule> {
    return this.service.create(actor, body);
  }

  @Route({
    id: 'listAudienceRules',
    method: 'GET',
    path: '',
    returns: AudienceRuleList,
    access: { can: 'audience_rule.read' },
    summary: 'Rules, with how far their people have come',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: AudienceRulesQuery }) query: z.infer<typeof AudienceRulesQuery>,
  ): Promise<z.infer<typeof AudienceRuleList>> {
    return this.rules.list(query, actor.scopeDepartmentId);
  }

  @Route({
    id: 'getAudienceRule',
    method: 'GET',
    path: ':id',
    returns: AudienceRule,
    access: { can: 'audience_rule.read' },
    summary: 'One rule',
  })
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<AudienceRule> {
    return this.rules.get(this.database, id, actor.scopeDepartmentId);
  }

  @Route({
    id: 'updateAudienceRule',
    method: 'PATCH',
    path: ':id',
    returns: AudienceRule,
    access: { can: 'audience_rule.write' },
    summary: 'Rename or note; change whom it means or by when, exactly as previewed',
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: UpdateAudienceRuleBody }) body: z.infer<typeof UpdateAudienceRuleBody>,
  ): Promise<AudienceRule> {
    return this.service.update(actor, id, body);
  }

  @Route({
    id: 'withdrawAudienceRule',
    method: 'POST',
    path: ':id/withdraw',
    status: 200,
    returns: AudienceRule,
    access: { can: 'audience_rule.write' },
    summary: 'End a rule; finished assignments stay',
  })
  withdraw(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<AudienceRule> {
    return this.service.withdraw(actor, id);
  }
}
