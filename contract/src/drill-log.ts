import { z } from 'zod';
import { Uuid } from './common.js';
import {
  ALERT_LEVELS,
  MEASURES,
  OUTLETS,
  STATEMENT_ELEMENTS,
  STRATEGIES,
  TRIAGE_CLASSES,
  TRIAGE_PRIORITIES,
} from './scenario-document.js';

/**
 * What goes into the log of a run. The log, the scenario, the seed and the version of the engine are all there is to a
 * run: everything else is worked out from them. Ids of things that a player makes (statements, messages) are made by
 * the app that sends them, so that repeating a request changes nothing.
 */
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const said = z.string().trim().min(1).max(4_000);
const PostId = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/)
  .describe('Id of a post in the simulated feed');

export const RATINGS = ['P', 'S', 'M', 'U'] as const;
export const Rating = z
  .enum(RATINGS)
  .describe('Performed without challenges, with some, with major challenges; unable to be performed');
export type Rating = z.infer<typeof Rating>;

/** What a player does. `seat` is the one they hold; the server knows it and does not ask. */
export const PlayerAction = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('acknowledge'),
      what: z.string().max(80).describe('Inject key or message id'),
    }),
    z.strictObject({
      kind: z.literal('decide'),
      card: key,
      option: key,
      confidence: z.int().min(0).max(100).describe('How sure, in %'),
      rationale: z.string().trim().max(1_000),
    }),
    z.strictObject({
      kind: z.literal('draft_statement'),
      statement: Uuid,
      strategy: z.enum(STRATEGIES),
      elements: z.array(z.enum(STATEMENT_ELEMENTS)).max(STATEMENT_ELEMENTS.length),
      outlets: z.array(z.enum(OUTLETS)).min(1).max(OUTLETS.length),
      text: said,
      corrects: Uuid.optional().describe('The published statement that this one corrects'),
    }),
    z.strictObject({ kind: z.literal('submit_statement'), statement: Uuid }),
    z.strictObject({ kind: z.literal('approve_statement'), statement: Uuid, version: z.int().min(1) }),
    z.strictObject({
      kind: z.literal('return_statement'),
      statement: Uuid,
      version: z.int().min(1),
      reason: said,
    }),
    z.strictObject({ kind: z.literal('publish_statement'), statement: Uuid, version: z.int().min(1) }),
    z.strictObject({ kind: z.literal('reply'), post: PostId, text: said }),
    z.strictObject({
      kind: z.literal('message'),
      message: Uuid,
      to: z.array(key).min(1).max(12).describe('Seats'),
      text: said,
      about: z
        .string()
        .max(80)
        .optional()
        .describe('Post id or inject key; makes it an escalation when it is a post'),
    }),
    z.strictObject({ kind: z.literal('notify'), clock: key, text: said }),
    z.strictObject({ kind: z.literal('contact'), partner: key, text: said }),
    z.strictObject({
      kind: z.literal('triage'),
      post: PostId,
      class: z.enum(TRIAGE_CLASSES),
      priority: z.enum(TRIAGE_PRIORITIES),
      duplicateOf: PostId.nullable(),
      escalate: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('set_threshold'),
      measure: z.enum(MEASURES),
      level: z.enum(ALERT_LEVELS),
      value: z.number().min(0).max(10_000_000),
    }),
    z.strictObject({ kind: z.literal('raise_alert'), level: z.enum(ALERT_LEVELS), reason: said }),
    z.strictObject({
      kind: z.literal('file_sitrep'),
      sitrep: Uuid,
      to: z.array(key).min(1).max(12),
      posts: z.array(PostId).max(50).describe('Triaged posts it rests on'),
      text: said,
    }),
    z.strictObject({ kind: z.literal('open_plan') }),
  ])
  .meta({ id: 'PlayerAction' });
export type PlayerAction = z.infer<typeof PlayerAction>;

/** What the facilitator does to the course of the exercise. Pausing and pace are the clock's, see DrillClock. */
export const ControlAction = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('start') }),
    z.strictObject({ kind: z.literal('pause'), reason: z.string().trim().max(400).optional() }),
    z.strictObject({ kind: z.literal('resume') }),
    z.strictObject({ kind: z.literal('set_rate'), rate: z.number().min(0.1).max(240) }),
    z.strictObject({ kind: z.literal('jump'), toMinute: z.int().min(0).max(4_320).describe('Forward only') }),
    z.strictObject({ kind: z.literal('hold'), inject: key }),
    z.strictObject({ kind: z.literal('release'), inject: key }),
    z.strictObject({ kind: z.literal('skip'), inject: key }),
    z.strictObject({ kind: z.literal('fire'), inject: key }),
    z
      .strictObject({
        kind: z.literal('edit_inject'),
        inject: key,
        text: z.strictObject({ zh: said, en: said }),
      })
      .describe(
        'Words it another way before it comes; with the words of the scenario it is as written again',
      ),
    z.strictObject({
      kind: z.literal('quick_inject'),
      inject: Uuid,
      to: z.union([z.literal('feed'), z.array(key).min(1).max(12)]),
      text: said,
    }),
    z.strictObject({ kind: z.literal('enter_phase'), phase: key }),
    z.strictObject({ kind: z.literal('end') }),
    z
      .strictObject({ kind: z.literal('stop'), reason: said })
      .describe('Emergency stop: a real event comes first'),
  ])
  .meta({ id: 'ControlAction' });
export type ControlAction = z.infer<typeof ControlAction>;

const moment = z
  .int()
  .min(0)
  .max(4_320 * 60)
  .optional()
  .describe('Scenario second that it is about, when it arrives later than it was put down');

/** What evaluators and observers put down; it never changes the course of the run. */
export const ObserverAction = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('rate'),
      objective: key,
      seat: key.nullable(),
      rating: Rating,
      note: z.string().trim().max(2_000),
      moment,
    }),
    z.strictObject({ kind: z.literal('note'), text: said, objective: key.nullable(), moment }),
  ])
  .meta({ id: 'ObserverAction' });
export type ObserverAction = z.infer<typeof ObserverAction>;

/** What the server itself writes down: how the run begins, always first, and who is at a seat from now on. */
export const SystemAction = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('begin'),
      mode: z.enum(['live', 'solo']),
      played: z.array(key).describe('Seats with a player; the others are simulated'),
    }),
    z.strictObject({ kind: z.literal('seat'), seat: key, played: z.boolean() }),
  ])
  .meta({ id: 'SystemAction' });
export type SystemAction = z.infer<typeof SystemAction>;

export type DrillAction = PlayerAction | ControlAction | ObserverAction | SystemAction;

/** One line of the log. `at` is scenario time in seconds and never falls. */
export interface LogEntry {
  readonly seq: number;
  readonly at: number;
  /** `seat:key` of a player, or who else. */
  readonly by: `seat:${string}` | 'control' | 'evaluator' | 'system';
  readonly action: DrillAction;
}
