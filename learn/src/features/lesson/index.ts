export { LessonScreen } from './lesson-screen.js';
