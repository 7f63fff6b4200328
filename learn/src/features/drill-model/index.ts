export { DrillModelScreen } from './drill-model-screen.js';
