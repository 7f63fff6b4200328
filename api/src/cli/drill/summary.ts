import type { ErrorCode, LogEntry, RunScore } from '@readyroom/contract';
import {
  cumulativeHostile,
  ENGINE_VERSION,
  scenarioHash,
  scoreRun,
  stateHash,
  type Replayed,
  type RunInputs,
} from '../../engine/index.js';
import { numberOf } from './log-of.js';

/** What came of a run, for reading and for machines. */
export interface Summary {
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly engine: string;
  readonly seed: number;
  readonly minutes: number;
  readonly stateHash: string;
  readonly hostilePosts: number;
  readonly peakHeat: { readonly heat: number; readonly minute: number };
  readonly statements: number;
  /** By their number in the script. */
  readonly refused: readonly { readonly action: number; readonly code: ErrorCode }[];
  readonly score: RunScore;
}

export function summaryOf(inputs: RunInputs, log: readonly LogEntry[], run: Replayed): Summary {
  const { state, events, refusals } = run;
  const samples = events.flatMap(({ body }) => (body.kind === 'indicators' ? [body.sample] : []));
  return {
    scenario: inputs.scenario.slug,
    scenarioHash: scenarioHash(inputs.scenario),
    engine: ENGINE_VERSION,
    seed: inputs.seed,
    minutes: state.minute,
    stateHash: stateHash(state),
    hostilePosts: cumulativeHostile(state).at(-1) ?? 0,
    peakHeat: samples.reduce((peak, { heat, minute }) => (heat > peak.heat ? { heat, minute } : peak), {
      heat: 0,
      minute: 0,
    }),
    statements: state.published.length,
    refused: refusals.map(({ seq, code }) => ({ action: numberOf(seq), code })),
    score: scoreRun({ scenario: inputs.scenario, log, events, truths: state.truths }),
  };
}

/** Lines of `name  value`, of one run or of several beside each other. */
export function tableOf(...summaries: readonly Summary[]): string[] {
  const row = (name: string, of: (summary: Summary) => string | number): string =>
    `${name.padEnd(36)}${summaries.map((one) => String(of(one)).padEnd(24)).join('')}`.trimEnd();
  const metrics = summaries[0]!.score.metrics.map(({ key, part }) => ({ key, part }));
  return [
    row('minutes', ({ minutes }) => minutes),
    row('hostile posts', ({ hostilePosts }) => hostilePosts),
    row('peak heat', ({ peakHeat }) => `${peakHeat.heat} at minute ${peakHeat.minute}`),
    row('statements published', ({ statements }) => statements),
    row('actions refused', ({ refused }) =>
      refused.length === 0 ? 'none' : refused.map(({ action, code }) => `${action}: ${code}`).join('; '),
    ),
    ...metrics.map(({ key, part }) =>
      row(part === null ? key : `${key} (${part})`, ({ score }) => {
        const found = score.metrics.find((metric) => metric.key === key && metric.part === part);
        return found?.value ?? '-';
      }),
    ),
    row('state hash', ({ stateHash: hash }) => (summaries.length > 1 ? `${hash.slice(0, 16)}…` : hash)),
  ];
}
