export { ResultScreen } from './result-screen.js';
