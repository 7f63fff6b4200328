import { between, quantise } from '../numbers/index.js';
import { stream } from '../random/index.js';
import { ATTRIBUTION, DEFAULTS } from './constants.js';
import type { OpinionInput, OpinionState, PerStance, Stance } from './input.js';

/** In the order in which they are drawn. */
export const STANCE_ORDER = ['hostile', 'questioning', 'supportive'] as const;

export const perStance = <T>(of: (stance: Stance) => T): PerStance<T> => ({
  hostile: of('hostile'),
  questioning: of('questioning'),
  supportive: of('supportive'),
});

/**
 * The storm before its first minute.
 * @param seed whole number from 0 to 2^53 - 1; the same input, seed and happenings give the same storm
 */
export function beginOpinion(input: OpinionInput, seed: number): OpinionState {
  const { overrides, ...rest } = input;
  const parameters = { ...DEFAULTS, ...overrides };
  return {
    seed,
    input: rest,
    parameters,
    posting: perStance((stance) => stream(seed, `posts:${stance}`)),
    influence: perStance((stance) => stream(seed, `influence:${stance}`)),
    minute: 0,
    posts: perStance(() => []),
    weights: perStance(() => []),
    total: 0,
    attribution: attributionAtStart(rest, parameters),
    responses: [],
  };
}

/** By the type of crisis; former crises and a poor name add to it, a good name takes away. */
function attributionAtStart(
  { cluster, crisisHistory, reputation }: OpinionState['input'],
  { historyShift, reputationShift }: OpinionState['parameters'],
): number {
  const history = crisisHistory ? historyShift : 0;
  const name = { good: -reputationShift, neutral: 0, poor: reputationShift }[reputation];
  return quantise(between(0, ATTRIBUTION[cluster] + history + name, 1));
}
