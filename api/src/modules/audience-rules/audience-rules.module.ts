import { Module } from '@nestjs/common';
import { CertificationModule } from '../certification/index.js';
import { AudienceReadModel } from './audience.read-model.js';
import { AudienceRulesController } from './audience-rules.controller.js';
import { AudienceRulesReadModel } from './audience-rules.read-model.js';
import { AudienceRulesRepository } from './audience-rules.repository.js';
import { AudienceRules } from './audience-rules.service.js';
import { DifferenceController } from './difference/difference.controller.js';
import { DifferenceReadModel } from './difference/difference.read-model.js';
import { Reconciliation } from './reconciliation.js';
import { RuleRunsController } from './run/rule-runs.controller.js';
import { RuleRunsReadModel } from './run/rule-runs.read-model.js';
import { RuleRuns } from './run/rule-runs.service.js';
import { WhyController } from './why/why.controller.js';
import { WhyReadModel } from './why/why.read-model.js';

@Module({
  imports: [CertificationModule],
  controllers: [DifferenceController, RuleRunsController, AudienceRulesController, WhyController],
  providers: [
    AudienceRules,
    AudienceReadModel,
    AudienceRulesReadModel,
    AudienceRulesRepository,
    Reconciliation,
    DifferenceReadModel,
    RuleRuns,
    RuleRunsReadModel,
    WhyReadModel,
  ],
  exports: [Reconciliation, AudienceRules],
})
export class AudienceRulesModule {}
