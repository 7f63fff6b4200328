export { DrillReportsModule } from './drill-reports.module.js';
