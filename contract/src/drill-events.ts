import { z } from 'zod';
import { Text, Uuid } from './common.js';
import { Rating } from './drill-log.js';
import {
  ALERT_LEVELS,
  CHANNEL_KINDS,
  MEASURES,
  OUTLETS,
  STATEMENT_ELEMENTS,
  STRATEGIES,
  TRIAGE_CLASSES,
  TRIAGE_PRIORITIES,
} from './scenario-document.js';

/**
 * What a run shows, as one stream of events with ids that only grow. Whoever holds all events up to an id knows
 * everything there is to see up to it; `after` an id gives the rest. Each viewpoint numbers what it sees for itself, from
 * one and without gaps. Hidden truth is in no event for players, and no name that an author gave to a thing.
 */
const at = z.number().int().nonnegative().describe('Scenario time in seconds');
const key = z.string();
const seat = key.describe('Key of a seat');
const moment = at.optional().describe('When it was put down, if it arrived later');

export const Sender = z
  .object({
    kind: z.enum(['persona', 'seat', 'partner', 'control', 'organisation']),
    key: z.string().nullable(),
    name: Text,
    handle: z.string().nullable(),
    followers: z.number().int().nullable(),
  })
  .meta({ id: 'DrillSender' });
export type Sender = z.infer<typeof Sender>;

export const FeedPost = z
  .object({
    id: z.string(),
    at,
    channel: key,
    channelKind: z.enum(CHANNEL_KINDS),
    from: Sender,
    text: Text,
    replyTo: z.string().nullable(),
    likes: z.number().int(),
    reposts: z.number().int(),
    comments: z.number().int(),
  })
  .meta({ id: 'FeedPost' });
export type FeedPost = z.infer<typeof FeedPost>;

export const IndicatorSample = z
  .object({
    minute: z.number().int(),
    volume: z.number().int().describe('Posts of the last hour'),
    velocity: z.number().int().describe('Change against the hour before, in %'),
    negativeShare: z.number().int().describe('Hostile among the posts of the last hour, in %'),
    heat: z.number().int().min(0).max(100),
    complaints: z.number().int().describe('Of the last hour'),
    silence: z.number().int().describe('Minutes since the last statement, or since the start'),
    hostile: z.number().int().describe('Of this minute'),
    questioning: z.number().int(),
    supportive: z.number().int(),
  })
  .meta({ id: 'IndicatorSample' });
export type IndicatorSample = z.infer<typeof IndicatorSample>;

export const OpenCard = z
  .object({
    key,
    seat,
    prompt: Text,
    dueAt: at,
    default: key,
    options: z.array(z.object({ key, label: Text })),
  })
  .meta({ id: 'OpenCard' });
export type OpenCard = z.infer<typeof OpenCard>;

const kinds = [
  z.object({
    kind: z.literal('status'),
    status: z.enum(['lobby', 'running', 'paused', 'ended', 'stopped']),
    reason: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('pace'),
    rate: z.number().describe('Scenario minutes per minute of real time'),
  }),
  z.object({ kind: z.literal('phase'), phase: key, title: Text }),
  z.object({
    kind: z.literal('inject'),
    inject: key,
    from: Sender,
    channel: key.nullable(),
    to: z.union([z.literal('feed'), z.array(seat)]),
    text: Text,
    card: OpenCard.nullable(),
  }),
  z.object({
    kind: z.literal('card_closed'),
    card: key,
    seat,
    option: key,
    by: z.enum(['player', 'time', 'stand_in']),
    confidence: z.number().int().nullable(),
    rationale: z.string().nullable(),
    consequence: Text,
  }),
  z.object({ kind: z.literal('posts'), posts: z.array(FeedPost) }),
  z.object({
    kind: z.literal('engagement'),
    changes: z.array(
      z.object({
        id: z.string(),
        likes: z.number().int(),
        reposts: z.number().int(),
        comments: z.number().int(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('trending'),
    topics: z.array(z.object({ topic: Text, posts: z.number().int() })),
  }),
  z.object({ kind: z.literal('indicators'), sample: IndicatorSample }),
  z.object({
    kind: z.literal('message'),
    message: z.string(),
    from: seat,
    to: z.array(seat),
    text: Text.describe('What a player wrote is the same in both languages'),
    about: z.string().nullable(),
    direction: z.enum(['up', 'down', 'sideways']),
  }),
  z.object({ kind: z.literal('acknowledged'), what: z.string(), seat }),
  z.object({
    kind: z.literal('statement'),
    statement: Uuid,
    version: z.number().int(),
    state: z.enum(['draft', 'submitted', 'approved', 'returned', 'published', 'corrected']),
    by: seat,
    waitingFor: seat.nullable(),
    strategy: z.enum(STRATEGIES),
    elements: z.array(z.enum(STATEMENT_ELEMENTS)),
    outlets: z.array(z.enum(OUTLETS)),
    text: Text,
    corrects: Uuid.nullable(),
    reason: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('clock'),
    clock: key,
    title: Text,
    seat,
    state: z.enum(['started', 'met', 'missed']),
    dueAt: at,
  }),
  z.object({
    kind: z.literal('contacted'),
    partner: key,
    clock: key.nullable(),
    by: seat,
    text: z.string(),
  }),
  z.object({
    kind: z.literal('threshold'),
    measure: z.enum(MEASURES),
    level: z.enum(ALERT_LEVELS),
    value: z.number(),
    by: seat,
  }),
  z.object({
    kind: z.literal('alarm'),
    measure: z.enum(MEASURES),
    level: z.enum(ALERT_LEVELS),
    value: z.number(),
  }),
  z.object({ kind: z.literal('alert'), level: z.enum(ALERT_LEVELS), by: seat, reason: z.string() }),
  z.object({
    kind: z.literal('sitrep'),
    sitrep: Uuid,
    by: seat,
    to: z.array(seat),
    posts: z.array(z.string()),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('triaged'),
    post: z.string(),
    by: seat,
    class: z.enum(TRIAGE_CLASSES),
    priority: z.enum(TRIAGE_PRIORITIES),
    duplicateOf: z.string().nullable(),
    escalate: z.boolean(),
  }),
  z.object({
    kind: z.literal('expectation'),
    expected: z.string(),
    inject: key,
    seat,
    what: Text,
    state: z.enum(['open', 'met', 'missed']),
    dueAt: at,
  }),
  z.object({ kind: z.literal('inject_state'), inject: key, state: z.enum(['held', 'released', 'skipped']) }),
  z.object({ kind: z.literal('inject_edited'), inject: key, text: Text }),
  z.object({
    kind: z.literal('rated'),
    objective: key,
    seat: seat.nullable(),
    rating: Rating,
    note: z.string(),
    moment,
  }),
  z.object({ kind: z.literal('noted'), text: z.string(), objective: key.nullable(), moment }),
  z.object({ kind: z.literal('seat'), seat, played: z.boolean() }),
] as const;

/**
 * `staff` = nobody of the players. A list = these seats and staff. Who of the staff sees which kind is a rule of whoever
 * shows the run.
 */
export const EventAudience = z.union([z.literal('all'), z.literal('staff'), z.array(seat)]);
export type EventAudience = z.infer<typeof EventAudience>;

export const DrillEventBody = z.discriminatedUnion('kind', kinds).meta({ id: 'DrillEventBody' });
export type DrillEventBody = z.infer<typeof DrillEventBody>;

export const DrillEvent = z
  .object({ id: z.number().int().min(1), at, body: DrillEventBody })
  .meta({ id: 'DrillEvent' });
export type DrillEvent = z.infer<typeof DrillEvent>;
