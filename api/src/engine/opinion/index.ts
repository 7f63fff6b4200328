export { modelCard } from './model-card.js';
export type { MinuteSample, OpinionState, Response } from './input.js';
export { measuresOf } from './measures.js';
export { respondentsReputation } from './panel.js';
export { beginOpinion } from './state.js';
export { stepOpinion } from './step.js';
