export { DrillScreen } from './drill-screen.js';
