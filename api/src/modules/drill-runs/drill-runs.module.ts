import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { DrillAccess } from './drill-access.js';
import { DrillActions } from './drill-actions.service.js';
import { DrillCast } from './entry/drill-cast.js';
import { DrillEndings } from './drill-endings.js';
import { DrillEntry } from './entry/drill-entry.service.js';
import { DrillLogExport } from './screens/drill-log.export.js';
import { DrillPresence } from './entry/drill-presence.js';
import { DrillRunsController } from './drill-runs.controller.js';
import { DrillRunsReadModel } from './drill-runs.read-model.js';
import { DrillRuns } from './drill-runs.service.js';
import { DrillScreens } from './screens/drill-screens.service.js';
import { DrillsController } from './drills.controller.js';
import { RunHosts } from './host/run-hosts.js';
import { Numbering } from './stream/numbering.js';
import { RunVeils } from './veil/run-veils.js';
import { RunScenarios } from './host/run-scenarios.js';
import { Ticker } from './host/ticker.js';
import { LearnDrillsController } from './learn-drills.controller.js';
import { MyDrillsReadModel } from './screens/my-drills.read-model.js';
import { DrillStreams } from './stream/drill-streams.js';
import { RunEvents } from './stream/run-events.js';
import { StreamRights } from './stream/stream-rights.js';

@Module({
  imports: [AuthModule],
  controllers: [LearnDrillsController, DrillsController, DrillRunsController],
  providers: [
    DrillAccess,
    DrillActions,
    DrillCast,
    DrillEndings,
    DrillEntry,
    DrillLogExport,
    DrillPresence,
    DrillRuns,
    DrillRunsReadModel,
    DrillScreens,
    DrillStreams,
    MyDrillsReadModel,
    Numbering,
    RunEvents,
    RunHosts,
    RunScenarios,
    RunVeils,
    StreamRights,
    Ticker,
  ],
  exports: [DrillAccess, DrillEndings, DrillRuns, DrillRunsReadModel, RunHosts, RunScenarios],
})
export class DrillRunsModule {}
