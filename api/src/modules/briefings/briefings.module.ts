import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/index.js';
import { BriefingAsking } from './briefing-asking.js';
import { BriefingEscalation } from './briefing-escalation.js';
import { BriefingJoining } from './briefing-joining.js';
import { BriefingsController } from './briefings.controller.js';
import { BriefingsReadModel } from './briefings.read-model.js';
import { Briefings } from './briefings.service.js';
import { MyBriefingsController } from './my-briefings.controller.js';
import { MyBriefings } from './my-briefings.service.js';
import { BriefingTemplatesController } from './templates/briefing-templates.controller.js';
import { BriefingTemplateImport } from './templates/template-import.js';
import { ShiftsController } from './shifts/shifts.controller.js';
import { RosterReadModel } from './shifts/roster.read-model.js';
import { ShiftFiles } from './shifts/shift-files.service.js';
import { Shifts } from './shifts/shifts.service.js';

@Module({
  imports: [NotificationsModule],
  controllers: [BriefingsController, BriefingTemplatesController, MyBriefingsController, ShiftsController],
  providers: [
    BriefingAsking,
    BriefingEscalation,
    BriefingJoining,
    Briefings,
    BriefingsReadModel,
    MyBriefings,
    RosterReadModel,
    ShiftFiles,
    Shifts,
    BriefingTemplateImport,
  ],
  exports: [BriefingTemplateImport],
})
export class BriefingsModule {}
