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
import { WhyController } from './why/why.controller.js';
import { WhyReadModel } from './why/why.read-model.js';

@Module({
  imports: [CertificationModule],
  controllers: [DifferenceController, AudienceRulesController, WhyController],
  providers: [
    AudienceRules,
    AudienceReadModel,
    AudienceRulesReadModel,
    AudienceRulesRepository,
    Reconciliation,
    DifferenceReadModel,
    WhyReadModel,
  ],
  exports: [Reconciliation, AudienceRules],
})
export class AudienceRulesModule {}
