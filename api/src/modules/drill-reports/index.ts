export { DrillReportsModule } from './drill-reports.module.js';
export { logHash } from './analysis/log-hash.js';
export { runRecord, storedLog } from './analysis/run-record.js';
export { meaningOf } from './report/metric-meanings.js';
