import type { DrillAction, LogEntry, ScenarioDocument } from '@readyroom/contract';
import { passingIn, withoutPosts, type Adaptation } from './generated-posts.js';
import { nextUint32, stream } from './random/index.js';
import { play } from './replay.js';
import { beginWithoutFeed } from './run/begin.js';
import type { RunInputs, RunState } from './run/state.js';

/** For each minute, hostile posts since the start that a tenth, half and nine tenths of the seeds stayed at or below. */
export interface Band {
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
}

/** What became of a run beside what could have become of it by chance alone. Feedback only, never a score. */
export interface OutcomeBand {
  readonly seeds: number;
  /** Hostile posts since the start, minute by minute. */
  readonly real: readonly number[];
  /** The same actions under other seeds. */
  readonly answered: Band;
  /** The same without any statement. */
  readonly unanswered: Band;
  /** Share of seeds that ended with fewer hostile posts than the real run, 0-1. */
  readonly worseThan: { readonly answered: number; readonly unanswered: number };
  /** Actions that could not be taken over because their posts belong to the real seed. */
  readonly adaptations: readonly Adaptation[];
}

const SEEDS_MIN = 30;

interface BandOptions {
  /** At least 30: fewer say nothing. */
  readonly seeds: number;
  readonly untilSeconds?: number;
}

/**
 * Replays a log under other seeds, with and without its statements.
 * @throws RangeError for too few seeds
 */
export function outcomeBand(inputs: RunInputs, log: readonly LogEntry[], options: BandOptions): OutcomeBand {
  const steps = outcomeBandSteps(inputs, log, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, pausing after each run that it plays, so that a server can answer others in between. */
export function* outcomeBandSteps(
  inputs: RunInputs,
  log: readonly LogEntry[],
  options: BandOptions,
): Generator<void, OutcomeBand> {
  const { seeds, untilSeconds = Infinity } = options;
  if (!Number.isInteger(seeds) || seeds < SEEDS_MIN)
    throw new RangeError(`at least ${SEEDS_MIN} seeds, not ${seeds}`);
  const others = otherSeeds(inputs.seed, seeds);
  const { log: common, adaptations } = withoutPosts(log, passingIn(inputs.scenario));
  const silent = { scenario: withoutStatements(inputs.scenario), log: common.filter(isNoStatement) };
  const run = (scenario: ScenarioDocument, entries: readonly LogEntry[], seed: number) =>
    cumulativeHostile(play(beginWithoutFeed({ scenario, seed }), entries, untilSeconds).state);
  const real = run(inputs.scenario, log, inputs.seed);
  const answered: number[][] = [];
  const unanswered: number[][] = [];
  for (const seed of others) {
    yield;
    answered.push(run(inputs.scenario, common, seed));
    yield;
    unanswered.push(run(silent.scenario, silent.log, seed));
  }
  return {
    seeds,
    real,
    answered: bandOf(answered, real.length),
    unanswered: bandOf(unanswered, real.length),
    worseThan: { answered: shareBelow(answered, real), unanswered: shareBelow(unanswered, real) },
    adaptations,
  };
}

/** The seeds of an ensemble, always the same for a run, and never its own. */
function otherSeeds(seed: number, count: number): number[] {
  const s = stream(seed, 'ensemble');
  const seeds = new Set<number>();
  while (seeds.size < count) {
    const drawn = nextUint32(s);
    if (drawn !== seed) seeds.add(drawn);
  }
  return [...seeds];
}

const withoutStatements = (scenario: ScenarioDocument): ScenarioDocument => ({
  ...scenario,
  standIns: scenario.standIns.filter(({ action }) => !('statement' in action)),
});

const STATEMENT: ReadonlySet<DrillAction['kind']> = new Set([
  'draft_statement',
  'submit_statement',
  'approve_statement',
  'return_statement',
  'publish_statement',
]);
const isNoStatement = ({ action }: LogEntry): boolean => !STATEMENT.has(action.kind);

/** Hostile posts since the start after each minute of a run. */
export function cumulativeHostile({ opinion }: RunState): number[] {
  let sum = 0;
  return opinion.posts.hostile.map((count) => (sum += count));
}

function bandOf(runs: readonly (readonly number[])[], minutes: number): Band {
  const at = (share: number): number[] =>
    Array.from({ length: minutes }, (_, minute) => {
      const sorted = runs.map((run) => run[minute] ?? run.at(-1) ?? 0).sort((a, b) => a - b);
      return sorted[Math.ceil(share * sorted.length) - 1]!;
    });
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

const shareBelow = (runs: readonly (readonly number[])[], real: readonly number[]): number =>
  runs.filter((run) => (run.at(-1) ?? 0) < (real.at(-1) ?? 0)).length / runs.length;
