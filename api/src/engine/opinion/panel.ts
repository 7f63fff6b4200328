import { between, roundHalfUp, squareRoot } from '../numbers/index.js';
import { nextUnit, stream, type Stream } from '../random/index.js';
import { ANSWER_TABLES, ATTRIBUTION, DEFAULTS, FIXED } from './constants.js';
import type { OpinionState } from './input.js';

/** What one respondent makes of the case. */
export interface View {
  /** Responsibility seen, 0-1. */
  readonly attribution: number;
  /** How well the answer fitted it, -1 to 1. */
  readonly match: number;
}

/** Points with one decimal: 50 is the average of all cases the model knows, 10 are one standard deviation. */
export interface Reputation {
  readonly mean: number;
  /** A quarter of the respondents is below, a quarter above. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Asks a synthetic panel what it thinks of the organisation now. The same state gives the same answer, and states of
 * one seed ask the same people. Without an answer so far the match is 0. Feedback only: never part of a score.
 */
export function respondentsReputation(state: OpinionState): Reputation {
  const s = stream(state.seed, 'panel');
  const match = state.responses.at(-1)?.match ?? 0;
  const views = Array.from({ length: FIXED.panelSize }, () => ({
    attribution: between(0, state.attribution + FIXED.panelSpread * standardNoise(s), 1),
    match,
  }));
  const points = reputationsOf(views, s).map((z) => 50 + 10 * z);
  const sorted = [...points].sort((a, b) => a - b);
  return {
    mean: toTenth(points.reduce((sum, x) => sum + x, 0) / points.length),
    lower: toTenth(sorted[Math.floor(points.length / 4)]!),
    upper: toTenth(sorted[Math.floor((3 * points.length) / 4)]!),
  };
}

/**
 * Reputation in standard deviations of each respondent: what responsibility and match explain, as strongly as the two
 * published correlations say, and chance for the rest.
 */
export function reputationsOf(views: readonly View[], s: Stream): number[] {
  return views.map(({ attribution, match }) => {
    const a = (attribution - DESIGN.attribution.mean) / DESIGN.attribution.deviation;
    const m = (match - DESIGN.match.mean) / DESIGN.match.deviation;
    return WEIGHTS.attribution * a + WEIGHTS.match * m + WEIGHTS.chance * standardNoise(s);
  });
}

/** Nearly normal with mean 0 and variance 1: twelve uniform numbers, each of variance 1/12. */
function standardNoise(s: Stream): number {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += nextUnit(s);
  return sum - 6;
}

const toTenth = (x: number): number => roundHalfUp(x * 10) / 10;
const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/**
 * Every combination of cluster, strategy, history and reputation, equally often, with the spread of respondents: the
 * cases against which a single one is measured.
 */
export function designCases(): View[] {
  const { historyShift, reputationShift } = DEFAULTS;
  return (['victim', 'accidental', 'preventable'] as const).flatMap((cluster) =>
    Object.values(ANSWER_TABLES.match[cluster]).flatMap((match) =>
      [0, historyShift].flatMap((history) =>
        [-reputationShift, 0, reputationShift].map((reputation) => ({
          attribution: ATTRIBUTION[cluster] + history + reputation,
          match,
        })),
      ),
    ),
  );
}

function designMoments() {
  const cases = designCases();
  const attribution = mean(cases.map((c) => c.attribution));
  const match = mean(cases.map((c) => c.match));
  const spread = FIXED.panelSpread * FIXED.panelSpread;
  const varianceA = mean(cases.map((c) => (c.attribution - attribution) * (c.attribution - attribution)));
  const varianceM = mean(cases.map((c) => (c.match - match) * (c.match - match)));
  const covariance = mean(cases.map((c) => (c.attribution - attribution) * (c.match - match)));
  const deviationA = squareRoot(varianceA + spread);
  const deviationM = squareRoot(varianceM);
  return {
    attribution: { mean: attribution, deviation: deviationA },
    match: { mean: match, deviation: deviationM },
    correlation: covariance / (deviationA * deviationM),
  };
}

/** The two weights that give the published correlations when attribution and match are correlated as in the design. */
function solveWeights(correlation: number) {
  const { responsibilityAndReputation: rA, matchAndReputation: rM } = FIXED;
  const free = 1 - correlation * correlation;
  const attribution = (rA - rM * correlation) / free;
  const match = (rM - rA * correlation) / free;
  return { attribution, match, chance: squareRoot(1 - attribution * rA - match * rM) };
}

export const DESIGN = designMoments();
export const WEIGHTS = solveWeights(DESIGN.correlation);
