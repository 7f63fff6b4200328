export { QuizScreen } from './quiz-screen.js';
