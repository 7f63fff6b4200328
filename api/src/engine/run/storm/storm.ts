import { between } from '../../numbers/index.js';
import { stepOpinion, type MinuteSample } from '../../opinion/index.js';
import type { Run } from '../context.js';

/** Lets the storm go on by a minute, with everything that happened since the last one. */
export function stepStorm(run: Run): MinuteSample {
  const { state } = run;
  const minute = state.opinion.minute;
  state.shocks = state.shocks.filter(({ from, minutes }) => minute < from + minutes);
  const exogenous = state.shocks.reduce((sum, { posts, minutes }) => sum + posts / minutes, 0);
  const sample = stepOpinion(state.opinion, {
    exogenous,
    attributionShift: between(-1, state.attributionShift, 1),
    responses: state.responses,
  });
  state.attributionShift = 0;
  state.responses = [];
  return sample;
}
