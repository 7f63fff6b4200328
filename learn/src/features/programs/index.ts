export { ProgramScreen } from './program-screen.js';
