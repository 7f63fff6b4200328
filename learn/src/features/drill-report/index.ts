export { DrillClosing } from './drill-closing.js';
export { MyReportScreen } from './my-report-screen.js';
export { MyActionsScreen } from './my-actions-screen.js';
