import { Module } from '@nestjs/common';
import { AudienceRulesModule } from '../audience-rules/index.js';
import { CertificationModule } from '../certification/index.js';
import { DrillRunsModule } from '../drill-runs/index.js';
import { LearningModule } from '../learning/index.js';
import { ImprovementActionsController } from './actions/improvement-actions.controller.js';
import { ImprovementActionsReadModel } from './actions/improvement-actions.read-model.js';
import { ImprovementActions } from './actions/improvement-actions.service.js';
import { Reminders } from './actions/reminders.js';
import { Verification } from './actions/verification.js';
import { Analyses } from './analysis/analyses.js';
import { DrillAftermath } from './drill-aftermath.js';
import { DrillReportsController } from './drill-reports.controller.js';
import { FollowUps } from './follow-ups/follow-ups.service.js';
import { ProgramEffects } from './follow-ups/program-effects.js';
import { HotWashes } from './hot-wash/hot-wash.service.js';
import { LearnReportsController } from './learn-reports.controller.js';
import { DrillPhotosController } from './photos/drill-photos.controller.js';
import { DrillPhotos } from './photos/drill-photos.service.js';
import { DrillReportsReadModel } from './report/drill-reports.read-model.js';

@Module({
  imports: [AudienceRulesModule, CertificationModule, DrillRunsModule, LearningModule],
  controllers: [
    DrillPhotosController,
    DrillReportsController,
    ImprovementActionsController,
    LearnReportsController,
  ],
  providers: [
    Analyses,
    DrillAftermath,
    DrillPhotos,
    DrillReportsReadModel,
    FollowUps,
    HotWashes,
    ImprovementActions,
    ImprovementActionsReadModel,
    ProgramEffects,
    Reminders,
    Verification,
  ],
})
export class DrillReportsModule {}
