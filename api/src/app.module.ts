import { Module, type DynamicModule } from '@nestjs/common';
import type { Clock } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import type { Database } from './platform/database/database.js';
import { PlatformModule } from './platform/platform.module.js';
import { AnalyticsModule } from './modules/analytics/index.js';
import { AttemptsModule } from './modules/attempts/index.js';
import { AudienceRulesModule } from './modules/audience-rules/index.js';
import { AuditModule } from './modules/audit/index.js';
import { AuthModule } from './modules/auth/index.js';
import { BriefingsModule } from './modules/briefings/index.js';
import { CertificatesModule } from './modules/certificates/index.js';
import { CertificationBoardModule } from './modules/certification-board/index.js';
import { CompletionModule } from './modules/completion/index.js';
import { ContentModule } from './modules/content/index.js';
import { CoursesModule } from './modules/courses/index.js';
import { DepartmentsModule } from './modules/departments/index.js';
import { DrillGuidanceModule } from './modules/drill-guidance/index.js';
import { DrillReportsModule } from './modules/drill-reports/index.js';
import { DrillRunsModule } from './modules/drill-runs/index.js';
import { DrillSchedulesModule } from './modules/drill-schedules/index.js';
import { DrillWallsModule } from './modules/drill-walls/index.js';
import { EvidenceModule } from './modules/evidence/index.js';
import { HealthModule } from './modules/health/index.js';
import { LearningModule } from './modules/learning/index.js';
import { MailsModule } from './modules/mails/index.js';
import { NotificationsModule } from './modules/notifications/index.js';
import { OrganisationModule } from './modules/organisation/index.js';
import { PeopleModule } from './modules/people/index.js';
import { PeopleImportsModule } from './modules/people-imports/index.js';
import { PersonalDataModule } from './modules/personal-data/index.js';
import { ProgramsModule } from './modules/programs/index.js';
import { QuestionsModule } from './modules/questions/index.js';
import { ReadinessModule } from './modules/readiness/index.js';
import { RemindersModule } from './modules/reminders/index.js';
import { ScenarioPacksModule } from './modules/scenario-packs/index.js';
import { ScenariosModule } from './modules/scenarios/index.js';
import { TeamModule } from './modules/team/index.js';
import { TranscriptsModule } from './modules/transcripts/index.js';

/** The whole product; API and worker processes boot the same modules. */
@Module({})
export class AppModule {
  static with(parts: { config: Config; database: Database; clock?: Clock }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        AnalyticsModule,
        AttemptsModule,
        AudienceRulesModule,
        AuditModule,
        AuthModule,
        BriefingsModule,
        CertificatesModule,
        CertificationBoardModule,
        CompletionModule,
        DepartmentsModule,
        ContentModule,
        CoursesModule,
        DrillGuidanceModule,
        DrillReportsModule,
        DrillRunsModule,
        DrillSchedulesModule,
        DrillWallsModule,
        EvidenceModule,
        HealthModule,
        LearningModule,
        MailsModule,
        NotificationsModule,
        OrganisationModule,
        PeopleModule,
        PeopleImportsModule,
        PersonalDataModule,
        ProgramsModule,
        QuestionsModule,
        ReadinessModule,
        RemindersModule,
        ScenarioPacksModule,
        ScenariosModule,
        TeamModule,
        TranscriptsModule,
      ],
    };
  }
}
