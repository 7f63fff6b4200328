import type { ObjectiveScore, RunScore, SeatScore } from '@readyroom/contract';
import { alertMetrics } from './alerts.js';
import { clockMetrics } from './clocks.js';
import { decisionMetrics } from './decisions.js';
import { expectedActionsMet, outcomesOf } from './expectations.js';
import { ratingsOf, rubricMetrics, scoreObjective } from './objectives.js';
import { RunRecord, type ScoreInputs } from './record.js';
import { acknowledgeTimes, escalationsAsked, handOffs } from './response-times.js';
import { approvalTimes, statementTimes, statementVersions } from './statements.js';
import { thresholdQuality } from './thresholds.js';
import { triageMetrics } from './triage/triage.js';

/** Scores of behaviour from scenario, log and events alone. The same inputs give the same scores, to the digit. */
export function scoreRun(inputs: ScoreInputs): RunScore {
  const run = new RunRecord(inputs);
  const outcomes = outcomesOf(run);
  const rated = ratingsOf(inputs.log);
  const all = [
    ...acknowledgeTimes(run),
    ...escalationsAsked(run, outcomes),
    ...statementTimes(run),
    ...clockMetrics(run),
    ...triageMetrics(run),
    ...alertMetrics(run),
    ...thresholdQuality(run),
    ...handOffs(run),
    ...expectedActionsMet(run, outcomes),
    ...decisionMetrics(run),
    ...statementVersions(run),
    ...approvalTimes(run),
    ...rubricMetrics(rated),
  ];
  const { objectives } = run.scenario;
  return {
    metrics: all.filter((m) => m.seat === null),
    objectives: objectives.map((o) => scoreObjective(o, outcomes, rated)),
    seats: run.played.map((key): SeatScore => {
      const seat = run.seat(key)!;
      const own = outcomes.filter((o) => o.seat === key);
      const mine = rated.filter((r) => r.seat === key);
      return {
        seat: key,
        tier: seat.tier,
        title: seat.title,
        metrics: all.filter((m) => m.seat === key),
        objectives: objectives.map((o) => scoreObjective(o, own, mine)).filter(hasPart),
      };
    }),
  };
}

const hasPart = (score: ObjectiveScore): boolean => score.final !== null;
