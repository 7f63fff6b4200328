export { LearningModule } from './learning.module.js';
export { Enrolments, type Enrolment } from './enrolments.js';
export { Completions } from './completions.js';
