import { z } from 'zod';
import { Text, Tier } from './common.js';
import { Rating } from './drill-log.js';

/**
 * What a run says about behaviour. Every number is worked out from scenario, log and events alone and names the log
 * entries it rests on; docs/DRILLS-SCORING.md has the one definition of each.
 */
const seat = z.string().describe('Key of a seat');
const evidence = z.array(z.number().int()).describe('Sequence numbers of log entries, ascending');

export const METRIC_KEYS = [
  'time_to_acknowledge',
  'time_to_escalate',
  'time_to_first_statement',
  'golden_window',
  'time_to_notify',
  'spread_race',
  'triage_accuracy',
  'triage_precision',
  'triage_recall',
  'triage_f1',
  'duplicate_precision',
  'duplicate_recall',
  'duplicate_pair_f1',
  'priority_inversions',
  'triage_median_minutes',
  'alert_hits',
  'alert_false_alarms',
  'alert_lead_time',
  'threshold_quality',
  'clocks_met',
  'hand_off_latency',
  'expected_actions_met',
  'decision_quality',
  'decision_calibration',
  'statement_versions',
  'approval_minutes',
  'rubric',
] as const;
export const MetricKey = z.enum(METRIC_KEYS);
export type MetricKey = z.infer<typeof MetricKey>;

export const METRIC_UNITS = ['minutes', 'share', 'count', 'squared_error'] as const;

/** Where a target comes from. Published anchors, the law that a clock names, or what the scenario asks. */
export const TARGET_BASES = [
  'public_acknowledgement_15_min',
  'public_statement_60_min',
  'authoritative_information_5_h',
  'press_conference_24_h',
  'statutory_clock',
  'scenario_expected',
  'before_media_pickup',
] as const;

export const MetricTarget = z
  .object({
    value: z.number(),
    better: z.enum(['at_most', 'at_least']),
    basis: z.enum(TARGET_BASES),
  })
  .meta({ id: 'MetricTarget' });
export type MetricTarget = z.infer<typeof MetricTarget>;

export const Metric = z
  .object({
    key: MetricKey,
    part: z
      .string()
      .nullable()
      .describe('What a metric that has several lines is about: a clock, a level, a direction, a grade'),
    seat: seat.nullable().describe('null = the whole run'),
    value: z
      .number()
      .nullable()
      .describe('null = nothing to measure, or (count below of) it never came; never a made-up zero'),
    unit: z.enum(METRIC_UNITS),
    target: MetricTarget.nullable(),
    met: z.boolean().nullable().describe('null without target or while undecided'),
    count: z.number().int().describe('Observations behind the value'),
    of: z.number().int().describe('Occasions there were'),
    evidence,
  })
  .meta({ id: 'DrillMetric' });
export type Metric = z.infer<typeof Metric>;

export const REASON_CODES = [
  'met_in_time',
  'met_late',
  'missed',
  'rated_by_evaluator',
  'nothing_to_measure',
] as const;

/** Interfaces put the code into words and the values into the words. */
export const ScoreReason = z
  .object({
    code: z.enum(REASON_CODES),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    evidence,
  })
  .meta({ id: 'ScoreReason' });
export type ScoreReason = z.infer<typeof ScoreReason>;

export const ObjectiveScore = z
  .object({
    objective: z.string(),
    title: Text,
    tiers: z.array(Tier),
    course: z.string().describe('Slug of the course that helps when this was weak'),
    met: z.number().int().describe('Expected actions in time'),
    late: z.number().int().describe('Done after their time'),
    missed: z.number().int().describe('Never done'),
    suggestion: Rating.nullable().describe('From the log alone'),
    ratings: z.array(
      z.object({ seq: z.number().int(), seat: seat.nullable(), rating: Rating, note: z.string() }),
    ),
    final: Rating.nullable().describe("The evaluators' word where there is one, else the suggestion"),
    finalBy: z.enum(['evaluators', 'log']).nullable(),
    weak: z.boolean().describe('Final rating M or U'),
    why: z.array(ScoreReason),
    evidence,
  })
  .meta({ id: 'ObjectiveScore' });
export type ObjectiveScore = z.infer<typeof ObjectiveScore>;

export const SeatScore = z
  .object({
    seat,
    tier: Tier,
    title: Text,
    metrics: z.array(Metric).describe('Only what this seat did or had to do'),
    objectives: z.array(ObjectiveScore).describe('Only objectives this seat had a part in'),
  })
  .meta({ id: 'SeatScore' });
export type SeatScore = z.infer<typeof SeatScore>;

export const RunScore = z
  .object({
    metrics: z.array(Metric),
    objectives: z.array(ObjectiveScore),
    seats: z.array(SeatScore).describe('Seats that people played'),
  })
  .meta({ id: 'RunScore' });
export type RunScore = z.infer<typeof RunScore>;
