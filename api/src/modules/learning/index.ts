export { LearningModule } from './learning.module.js';
export { Enrolments } from './enrolments.js';
export { Completions } from './completions.js';
