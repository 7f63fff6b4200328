export { toneOf } from './tone.js';
export type { Tone } from './tone.js';
