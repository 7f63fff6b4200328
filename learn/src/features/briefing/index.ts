export { BriefingGate } from './briefing-gate.js';
export { briefingWords } from './words.js';
