export { AttemptsModule } from './attempts.module.js';
