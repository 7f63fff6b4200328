export { toneOf } from './tone.js';
