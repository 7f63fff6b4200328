import { z } from 'zod';
import { IsoDateTime, Text, Uuid } from './common.js';
import { METRIC_UNITS, MetricKey } from './drill-scores.js';
import { PackKey } from './scenario-packs.js';

/** Upper ends of all classes but the last, by unit: a value belongs to the first class whose end lies above it. */
export const SCORE_CLASSES = {
  share: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
  minutes: [0, 5, 15, 30, 60, 120, 240, 480],
  count: [1, 2, 3, 5, 10, 20],
  squared_error: [0.05, 0.1, 0.2, 0.3, 0.4, 0.5],
} as const satisfies Record<(typeof METRIC_UNITS)[number], readonly number[]>;

/** Fewer runs, or fewer people in them, would say something about somebody. */
export const SCORE_MIN_RUNS = 5;
export const SCORE_MIN_PEOPLE = 5;
/** Numbers of fewer organisations would say something about one of them. */
export const SCORE_MIN_MEMBERS = 5;

const Counted = z
  .strictObject({
    key: MetricKey,
    unit: z.enum(METRIC_UNITS),
    counts: z.array(z.int().min(0).max(1_000_000)).describe('Runs by class, see SCORE_CLASSES'),
  })
  .refine(
    ({ unit, counts }) => counts.length === SCORE_CLASSES[unit].length + 1,
    'has another number of classes',
  )
  .refine(
    ({ counts }) => counts.reduce((sum, count) => sum + count, 0) >= SCORE_MIN_RUNS,
    'rests on too few runs',
  );

/** How the runs of one organisation in one scenario are distributed; names nobody. */
export const ScoreNumbers = z
  .strictObject({
    format: z.literal('readyroom-scores/1'),
    scenarioId: Uuid,
    exporter: z.string().min(1).max(200),
    created: IsoDateTime,
    publicKey: PackKey,
    metrics: z
      .array(Counted)
      .min(1)
      .max(60)
      .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'has a metric twice'),
  })
  .meta({ id: 'ScoreNumbers' });
export type ScoreNumbers = z.infer<typeof ScoreNumbers>;

/** The file: the numbers, and an Ed25519 signature over their canonical JSON. */
export const SignedScoreNumbers = z.strictObject({ numbers: ScoreNumbers, signature: z.string().max(100) });

export const ScoreNumbersReceipt = z
  .object({
    scenarioId: Uuid,
    created: IsoDateTime,
    signer: z.object({ id: Uuid, name: z.string(), fingerprint: z.string(), trusted: z.boolean() }),
  })
  .meta({ id: 'ScoreNumbersReceipt' });
export type ScoreNumbersReceipt = z.infer<typeof ScoreNumbersReceipt>;

export const ScoreDistributions = z
  .object({
    minMembers: z.number().int(),
    minRuns: z
      .number()
      .int()
      .describe('Runs, and different players in them, that a number of a member rests on'),
    own: z.boolean().describe('This organisation has numbers that it can give away'),
    members: z
      .number()
      .int()
      .describe('Trusted organisations with numbers of this scenario, this one included'),
    metrics: z
      .array(
        z.object({
          key: MetricKey,
          name: Text,
          meaning: Text,
          unit: z.enum(METRIC_UNITS),
          ends: z.array(z.number()).describe('Upper ends of all classes but the last'),
          counts: z.array(z.number().int()),
          members: z.number().int(),
        }),
      )
      .describe('Only what enough organisations have'),
  })
  .meta({ id: 'ScoreDistributions' });
export type ScoreDistributions = z.infer<typeof ScoreDistributions>;
