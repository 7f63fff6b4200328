export { DrillWallsModule } from './drill-walls.module.js';
