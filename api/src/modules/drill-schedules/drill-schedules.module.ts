import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { DrillRunsModule } from '../drill-runs/index.js';
import { ScenariosModule } from '../scenarios/index.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { Calendars } from './calendar/calendars.service.js';
import { CadenceReadModel } from './checks/cadence.read-model.js';
import { ConflictsReadModel } from './checks/conflicts.read-model.js';
import { PreFlightCheck } from './checks/pre-flight.service.js';
import { DrillSchedulesController } from './drill-schedules.controller.js';
import { DrillSchedulesReadModel } from './drill-schedules.read-model.js';
import { DrillSchedules } from './drill-schedules.service.js';
import { Invitations } from './invitations/invitations.js';
import { OccurrenceRuns } from './occurrence-runs.js';
import { OccurrenceBook } from './plan/occurrence-book.js';
import { ScheduleCast } from './plan/schedule-cast.js';
import { ScheduleSweep } from './schedule-sweep.js';

@Module({
  imports: [AuthModule, DrillRunsModule, ScenariosModule],
  controllers: [DrillSchedulesController, CalendarController],
  providers: [
    CadenceReadModel,
    Calendars,
    ConflictsReadModel,
    DrillSchedules,
    DrillSchedulesReadModel,
    Invitations,
    OccurrenceBook,
    OccurrenceRuns,
    PreFlightCheck,
    ScheduleCast,
    ScheduleSweep,
  ],
})
export class DrillSchedulesModule {}
