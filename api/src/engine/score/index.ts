export { scoreRun } from './score-run.js';
export type { TruthOfPost } from './record.js';
