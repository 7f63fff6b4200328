export { scoreRun } from './score-run.js';
export type { ScoreInputs, TruthOfPost } from './record.js';
export { bigramSimilarity, nearDuplicates } from './similarity.js';
