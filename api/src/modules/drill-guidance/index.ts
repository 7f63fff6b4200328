export { DrillGuidanceModule } from './drill-guidance.module.js';
