import { between, quantise } from '../numbers/index.js';
import { ANSWER_TABLES } from './constants.js';
import type { AppliedResponse, OpinionState, Response } from './input.js';
import { isRising } from './measures.js';

/** What an answer does, from -1 (makes it worse) to 1; the direction from how it fits, the size also from its timing. */
export function apply(state: OpinionState, response: Response): AppliedResponse {
  const match = matchOf(state, response);
  const strength = between(-1, substance(state, response, match), 1);
  return {
    minute: response.minute,
    strength: quantise(strength > 0 ? strength * timely(state, response) : strength),
    match,
  };
}

/** How well the strategy fits the responsibility that the public sees. */
function matchOf({ input, parameters }: OpinionState, response: Response): number {
  const cluster = input.rumour ? 'victim' : input.cluster;
  if (cluster === 'victim' && response.strategy === 'deny' && !response.evidence)
    return parameters.bareDenial;
  return ANSWER_TABLES.match[cluster][response.strategy];
}

function substance({ input, parameters }: OpinionState, response: Response, match: number): number {
  const evidence = input.rumour ? parameters.evidenceOnRumour : parameters.evidence;
  let sum = parameters.match * match + parameters.transparency * response.transparency;
  if (response.external) sum += parameters.externalInquiry;
  if (response.internal === true) sum += parameters.internalInquiry;
  if (response.formalAndInformal) sum += parameters.bothForms;
  if (response.evidence) sum += evidence;
  if (response.byChiefExecutive) sum += parameters.chiefExecutive;
  if (response.stealingThunder) sum += stealingThunder(input, parameters);
  return sum;
}

function stealingThunder(input: OpinionState['input'], parameters: OpinionState['parameters']): number {
  const stronger = input.reputation === 'good' && input.crisisType === 'technical';
  return parameters.stealingThunder + (stronger ? parameters.stealingThunderMore : 0);
}

/** Only what helps is weakened by coming late or after the peak: what harms does so at any time. */
function timely(state: OpinionState, response: Response): number {
  return delayFactor(response.delayMinutes) * (isRising(state) ? 1 : state.parameters.afterPeak);
}

/** Straight lines between the anchors; full before the first, nothing after the last. */
export function delayFactor(minutes: number): number {
  let [fromMinutes, fromFactor] = [0, 1];
  for (const [toMinutes, toFactor] of ANSWER_TABLES.timing) {
    if (minutes <= toMinutes) {
      const part = (Math.max(0, minutes) - fromMinutes) / (toMinutes - fromMinutes);
      return fromFactor + part * (toFactor - fromFactor);
    }
    [fromMinutes, fromFactor] = [toMinutes, toFactor];
  }
  return 0;
}
