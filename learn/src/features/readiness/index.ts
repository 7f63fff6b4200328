export { ReadinessScreen } from './readiness-screen.js';
