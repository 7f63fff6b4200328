import { multiplyAddsOf } from '../../api/dist/engine/opinion/convolution.js';
import { beginOpinion, stepOpinion } from '../../api/dist/engine/opinion/index.js';

const MINUTES = 4_320;
const RUNS = 20;
/** The engine and the floor each get this many turns before it counts, as a server would be warm too. */
const WARM_UP = 3;

/** A preventable crisis with two waves and two answers. */
const INPUT = {
  population: 2_000_000,
  backgroundPerHour: 60,
  cluster: 'preventable',
  rumour: false,
  crisisHistory: false,
  reputation: 'neutral',
  startMinuteOfDay: 540,
  halfHeat: 1_000,
};
const outside = (minute) => (minute < 180 || (minute >= 1_500 && minute < 1_560) ? 40 : 0);
const answer = (minute, strategy) => ({
  minute,
  strategy,
  transparency: 0.5,
  external: false,
  formalAndInformal: true,
  evidence: false,
  byChiefExecutive: false,
  stealingThunder: false,
  delayMinutes: minute,
});
const answers = new Map([
  [55, answer(55, 'inform')],
  [240, answer(240, 'rebuild')],
]);

function storm(seed) {
  const state = beginOpinion(INPUT, seed);
  for (let minute = 0; minute < MINUTES; minute++) {
    const response = answers.get(minute);
    stepOpinion(state, {
      exogenous: outside(minute),
      attributionShift: 0,
      responses: response ? [response] : [],
    });
  }
  return state;
}

/** As many multiplications with addition as the storm makes, in the plainest loop there is. */
function floor(kernel, history) {
  let sum = 0;
  for (const weights of history)
    for (let minute = 0; minute < MINUTES; minute++)
      for (let m = 0; m < minute; m++) sum += kernel[minute - m] * weights[m];
  return sum;
}

function timed(work) {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

function figures(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return { min: sorted[0], median: (sorted[half - 1] + sorted[half]) / 2, max: sorted.at(-1) };
}

/** Milliseconds for 72 hours of storm, taking turns with the floor, each storm with another seed. */
export function benchEngine() {
  const kernel = Float64Array.from({ length: MINUTES + 1 }, (_, i) => 1 / (i + 1));
  const history = [1, 2, 3].map((x) => Float64Array.from({ length: MINUTES }, (_, i) => (i * x) % 97));
  const storms = [];
  const floors = [];
  let posts = 0;
  let multiplyAdds = 0;
  for (let turn = -WARM_UP; turn < RUNS; turn++) {
    const one = timed(() => storm(turn + WARM_UP + 1));
    const other = timed(() => floor(kernel, history));
    if (!Number.isFinite(other.result)) throw new Error('the floor did no work');
    if (turn < 0) continue;
    storms.push(one.ms);
    floors.push(other.ms);
    posts += one.result.total / RUNS;
    multiplyAdds = multiplyAddsOf(one.result);
  }
  const engine = figures(storms);
  const bare = figures(floors);
  return {
    results: [
      { ms: '72 h storm', ...engine },
      { ms: 'plain loop', ...bare },
    ],
    ratio: engine.median / bare.median,
    posts: Math.round(posts),
    multiplyAdds,
  };
}
