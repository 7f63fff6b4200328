import { between, quantise } from '../numbers/index.js';
import { branch, poisson } from '../random/index.js';
import { apply } from './answers.js';
import { reactions } from './convolution.js';
import { infectiousness } from './infectiousness.js';
import { drawInfluence } from './influence.js';
import type { Happening, MinuteSample, OpinionState, PerStance } from './input.js';
import { STANCE_ORDER } from './state.js';

const { min } = Math;
const MARK_UNIT = 1_000;

/**
 * Lets the next minute pass and returns what it brought. Order within the minute: shift of attribution, answers in the
 * order given, infectiousness, posts.
 */
export function stepOpinion(state: OpinionState, happening: Happening): MinuteSample {
  const { minute, parameters } = state;
  state.attribution = moved(state.attribution, happening.attributionShift);
  for (const response of happening.responses) {
    const applied = apply(state, response);
    state.responses.push(applied);
    state.attribution = moved(state.attribution, -parameters.attributionEffect * applied.strength);
  }
  const n = infectiousness(state);
  const intensity = intensities(state, n, happening.exogenous);
  for (const stance of STANCE_ORDER) {
    // A branch for each minute: however much one run draws here, another one starts the next minute with it.
    const drawn = poisson(branch(state.posting[stance], minute), intensity[stance]);
    const posts = min(drawn, state.input.population - state.total);
    const weight = posts === 0 ? 0 : drawInfluence(branch(state.influence[stance], minute), posts);
    state.posts[stance].push(posts);
    state.weights[stance].push(weight);
    state.total += posts;
  }
  state.minute++;
  return sampleOf(state, minute, n);
}

/**
 * Expected posts of the present minute by stance. What comes from outside and the reactions that do not keep the stance
 * of what they react to are divided by the responsibility seen; the other reactions stay with the stance.
 */
function intensities(state: OpinionState, n: number, exogenous: number): PerStance<number> {
  const { parameters, input, attribution } = state;
  const sums = reactions(state);
  const all = sums.hostile + sums.questioning + sums.supportive;
  const outside = input.backgroundPerHour / 60 + exogenous;
  const free = outside + n * (1 - parameters.loyalty) * all;
  const bound = n * parameters.loyalty;
  const hostile = parameters.hostileBase + parameters.hostileSlope * attribution;
  const supportive = parameters.supportive * (1 - attribution);
  return {
    hostile: hostile * free + bound * sums.hostile,
    questioning: (1 - hostile - supportive) * free + bound * sums.questioning,
    supportive: supportive * free + bound * sums.supportive,
  };
}

const moved = (attribution: number, by: number): number => quantise(between(0, attribution + by, 1));

function sampleOf(state: OpinionState, minute: number, n: number): MinuteSample {
  const { posts, weights } = state;
  return {
    minute,
    hostile: posts.hostile[minute]!,
    questioning: posts.questioning[minute]!,
    supportive: posts.supportive[minute]!,
    weighted: {
      hostile: weights.hostile[minute]! / MARK_UNIT,
      questioning: weights.questioning[minute]! / MARK_UNIT,
      supportive: weights.supportive[minute]! / MARK_UNIT,
    },
    attribution: state.attribution,
    infectiousness: n,
  };
}
