import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { DrillRunsModule } from '../drill-runs/index.js';
import { Erasures } from './erasure/erasures.service.js';
import { RunSeals } from './erasure/run-seals.js';
import { NotificationsModule } from '../notifications/index.js';
import { Corrections } from './corrections.service.js';
import { NoticeImport } from './notice/notice-import.js';
import { NoticesController } from './notice/notices.controller.js';
import { Notices } from './notice/notices.service.js';
import { OwnDataExport } from './own-data-export.js';
import { PersonalDataController } from './personal-data.controller.js';
import { RetentionJob } from './retention.service.js';

@Module({
  imports: [AuthModule, DrillRunsModule, NotificationsModule],
  controllers: [NoticesController, PersonalDataController],
  providers: [Corrections, Notices, NoticeImport, OwnDataExport, Erasures, RunSeals, RetentionJob],
})
export class PersonalDataModule {}
