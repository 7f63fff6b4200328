export { DrillRunsModule } from './drill-runs.module.js';
export { DrillRuns } from './drill-runs.service.js';
export { DrillEndings } from './drill-endings.js';
export { RunHosts } from './host/run-hosts.js';
export { RunScenarios } from './host/run-scenarios.js';
export { DrillAccess, visibleRun } from './drill-access.js';
export { ClientIdReused, DrillNotStarted, RoleForbids } from './drill-run.errors.js';
export { scenarioTime } from './host/drill-clock.js';
export { DrillRunsReadModel } from './drill-runs.read-model.js';
