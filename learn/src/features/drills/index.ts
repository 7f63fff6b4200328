export { DrillsScreen } from './drills-screen.js';
export { JoinScreen } from './join-screen.js';
