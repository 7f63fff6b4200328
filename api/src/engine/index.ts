/**
 * The drill engine. A run is a pure function of (scenario, engine version, seed, ordered log): no clock, no chance, no
 * database. Everything a screen shows is an event, and events only ever grow in number. Hidden truth stays in the state.
 */
export { ENGINE_VERSION } from './run/state.js';
export type { RunInputs, RunState } from './run/state.js';
export type { EmittedEvent } from './run/context.js';
export { beginRun } from './run/begin.js';
export { advanceTo } from './run/advance.js';
export { applyEntry } from './run/apply-entry.js';
export { canonicalJson, scenarioHash, stateHash } from './run/hash.js';
export { replay } from './replay.js';
export { scoreRun } from './score/index.js';
export { cumulativeHostile, outcomeBand, outcomeBandSteps } from './ensemble.js';
export type { OutcomeBand } from './ensemble.js';
export { counterfactual } from './counterfactual.js';
export type { Change } from './counterfactual.js';
export type { Replayed } from './replay.js';
export { coach } from './coach/coach.js';
export { modelCard } from './opinion/index.js';
