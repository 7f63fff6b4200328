export { TeamScreen } from './team-screen.js';
