export { DrillReportsModule } from './drill-reports.module.js';
export { meaningOf } from './report/metric-meanings.js';
