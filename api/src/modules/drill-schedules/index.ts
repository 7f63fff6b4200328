export { DrillSchedulesModule } from './drill-schedules.module.js';
