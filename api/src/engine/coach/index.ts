export { coach, microblogLength } from './coach.js';
