export { CourseScreen } from './course-screen.js';
