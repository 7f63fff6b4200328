export { checkEverything } from './check/check-scenarios.js';
