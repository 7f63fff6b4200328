import { between, expMinus, quantise } from '../numbers/index.js';
import type { AppliedResponse, OpinionState } from './input.js';
import { hostileShare } from './measures.js';
import { CYCLE_TABLE } from './tables/cycle-table.js';

const { min } = Math;
const CYCLE_UNIT = 1_000_000;

/**
 * Reactions that a post of average influence brings about in all its life, as things stand in the present minute: a
 * base that swings with the time of day, fades with the age of the topic and with the accounts left, rises with anger
 * and while nothing is said, and is bent by answers.
 */
export function infectiousness(state: OpinionState): number {
  const { parameters, minute } = state;
  const left = 1 - state.total / state.input.population;
  const n =
    parameters.infectiousness *
    dailyCycle(state) *
    expMinus(minute / (parameters.ageing * 60)) *
    left *
    anger(state) *
    vacuum(state) *
    bentByAnswers(state);
  return quantise(between(0, n, parameters.infectiousnessCap));
}

function dailyCycle({ parameters, input, minute }: OpinionState): number {
  const day = CYCLE_TABLE.length;
  const phase = (input.startMinuteOfDay + minute + day - parameters.dailyTurn) % day;
  return 1 - (parameters.dailySwing * CYCLE_TABLE[phase]!) / CYCLE_UNIT;
}

/** More than half hostile posts in the last hour spread faster, fewer spread slower; no posts at all do neither. */
function anger(state: OpinionState): number {
  const share = hostileShare(state);
  return share === null ? 1 : 1 + state.parameters.anger * (share - 1 / 2);
}

function vacuum({ parameters, responses, minute }: OpinionState): number {
  if (responses.length > 0) return 1;
  return 1 + parameters.vacuum * min(1, minute / parameters.vacuumMinutes);
}

/** What all answers together make of infectiousness; each one's part fades to nothing. */
export function bentByAnswers({ parameters, responses, minute }: Bent): number {
  let factor = 1;
  for (const response of responses) {
    const remaining = between(0, 1 - (minute - response.minute) / parameters.answerMinutes, 1);
    factor *= 1 - parameters.answerEffect * response.strength * remaining;
  }
  return factor;
}

type Bent = Pick<OpinionState, 'parameters' | 'minute'> & { readonly responses: readonly AppliedResponse[] };
