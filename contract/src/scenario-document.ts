import { z } from 'zod';
import { TIERS } from './common.js';

/**
 * A scenario as its author writes it (`content/scenarios/<slug>/`), as a pack carries it and as the engine plays it.
 * Times are whole minutes of scenario time, counted from the start of the run.
 */
const line = z.string().trim().min(1).max(400);
const body = z.string().trim().min(1).max(8_000);
const lines = z.strictObject({ zh: line, en: line });
const bodies = z.strictObject({ zh: body, en: body });
const id = z.string();
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'use lower-case letters, digits and hyphens');
const minute = z.int().min(0).max(4_320);

export const CRISIS_TYPES = ['technical', 'content', 'trust', 'regulatory'] as const;
export const CRISIS_CLUSTERS = ['victim', 'accidental', 'preventable'] as const;
export const STRATEGIES = ['deny', 'diminish', 'rebuild', 'bolster', 'inform'] as const;
export const CHANNEL_KINDS = [
  'microblog',
  'news',
  'complaint_line',
  'internal_mail',
  'phone',
  'official_site',
] as const;
export const STANCES = ['hostile', 'questioning', 'supportive'] as const;
/** Lowest first. */
export const ALERT_LEVELS = ['blue', 'yellow', 'orange', 'red'] as const;
export const TRIAGE_CLASSES = ['harm', 'complaint', 'rumour', 'press', 'authority', 'noise'] as const;
/** Most pressing first. */
export const TRIAGE_PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export const VERACITIES = ['true', 'false', 'unclear'] as const;
/** What a statement contains; the first four make it transparent. */
export const STATEMENT_ELEMENTS = [
  'what_happened',
  'who_is_affected',
  'what_we_do',
  'next_update',
  'apology',
  'evidence',
  'outside_inquiry',
] as const;
export const OUTLETS = ['official_site', 'microblog'] as const;
/**
 * What the storm is measured by: posts of the last hour; change against the hour before in %; hostile share of the
 * last hour in %; heat 0-100; complaints of the last hour; minutes since the last statement, or since the start.
 */
export const MEASURES = ['volume', 'velocity', 'negative_share', 'heat', 'complaints', 'silence'] as const;
/** What an expected action can be; each is found in the log. */
export const EXPECTED_KINDS = [
  'acknowledge',
  'decide',
  'message',
  'escalate',
  'raise_alert',
  'statement',
  'correction',
  'notify',
  'reply',
  'sitrep',
] as const;

const Strategy = z.enum(STRATEGIES);
const Measure = z.enum(MEASURES);

const Persona = z.strictObject({
  id,
  key,
  name: lines,
  handle: line,
  kind: z.enum(['citizen', 'influencer', 'media', 'official', 'employee', 'competitor']),
  followers: z.int().min(0).max(200_000_000),
  stance: z.enum(STANCES),
});

const Seat = z.strictObject({
  id,
  key,
  tier: z.enum(TIERS),
  title: lines,
  department: lines,
  duties: bodies,
  /** Seats this one sends statements to for approval, in order; empty = may publish alone. */
  approvers: z.array(key).max(4).default([]),
  mayPublish: z.boolean().default(false),
});

/** One of the keys; all that are given of `all`, `any`, `not` nest. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { after: number }
  | { measure: (typeof MEASURES)[number]; above?: number | undefined; below?: number | undefined }
  | { decided: { card: string; option: string } }
  | { expired: string }
  | { variable: string; is: number | boolean }
  | { statement: 'any' | (typeof STRATEGIES)[number] }
  | { notified: string }
  | { escalated: string }
  | { raised: (typeof ALERT_LEVELS)[number] }
  | { delivered: string };
const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(Condition).min(1).max(10) }),
      z.strictObject({ any: z.array(Condition).min(1).max(10) }),
      z.strictObject({ not: Condition }),
      z.strictObject({ after: minute }).describe('Minutes since the start'),
      z
        .strictObject({ measure: Measure, above: z.number().optional(), below: z.number().optional() })
        .refine((c) => (c.above === undefined) !== (c.below === undefined), 'needs either above or below'),
      z.strictObject({ decided: z.strictObject({ card: key, option: key }) }),
      z.strictObject({ expired: key }).describe('A card whose default was taken'),
      z.strictObject({ variable: key, is: z.union([z.number(), z.boolean()]) }),
      z.strictObject({ statement: z.enum(['any', ...STRATEGIES]) }).describe('A statement was published'),
      z.strictObject({ notified: key }).describe('A clock whose notification was filed'),
      z.strictObject({ escalated: key }).describe('A triage post that somebody escalated'),
      z.strictObject({ raised: z.enum(ALERT_LEVELS) }).describe('The alert stands at this level or higher'),
      z.strictObject({ delivered: key }).describe('An inject that was delivered'),
    ]),
  )
  .meta({ id: 'ScenarioCondition' });

const Effect = z.union([
  z
    .strictObject({
      shock: z.strictObject({ posts: z.int().min(1).max(100_000), minutes: z.int().min(1).max(600) }),
    })
    .describe('Posts that come from outside, spread evenly over the minutes'),
  z
    .strictObject({ attribution: z.number().min(-0.5).max(0.5) })
    .describe('Moves the responsibility seen, 0-1'),
  z.strictObject({ set: z.strictObject({ variable: key, to: z.union([z.number(), z.boolean()]) }) }),
  z.strictObject({ fire: key }).describe('Delivers another inject at once'),
  z.strictObject({ phase: key }),
]);
export type Effect = z.infer<typeof Effect>;

const DecisionCard = z.strictObject({
  id,
  key,
  seat: key,
  prompt: bodies,
  minutes: z.int().min(1).max(240),
  /** The option that is taken when time runs out; shown before deciding. */
  default: key,
  options: z
    .array(
      z.strictObject({
        id,
        key,
        label: lines,
        /** What follows, told after the decision. */
        consequence: bodies,
        effects: z.array(Effect).max(6).default([]),
        quality: z.enum(['strong', 'acceptable', 'weak']),
        /** Breaks the law or deceives people: somebody has to choose it, time running out does not. */
        misconduct: z.boolean().optional(),
      }),
    )
    .min(2)
    .max(5),
});

const Expected = z.strictObject({
  id,
  kind: z.enum(EXPECTED_KINDS),
  seat: key,
  /** Minutes after delivery. */
  within: z.int().min(1).max(1_440),
  what: lines,
  /** Narrows the action: a seat (message, escalate), a clock (notify), a level (raise_alert), a card (decide). */
  to: key.optional(),
});

const Inject = z.strictObject({
  id,
  key,
  title: lines,
  phase: key,
  /** Exactly one of `at` and `when` for timed and conditional injects; neither in the contingency deck. */
  at: minute.optional(),
  when: Condition.optional(),
  /** `persona:key`, `seat:key`, `partner:key`, or `control`. */
  from: z
    .string()
    .regex(
      /^(control|(persona|seat|partner):[a-z0-9][a-z0-9-]{0,59})$/,
      'use persona:key, seat:key, partner:key or control',
    ),
  channel: key,
  /** Seats, or `feed` for everybody to see. */
  to: z.union([z.literal('feed'), z.array(key).min(1).max(12)]),
  text: bodies,
  /** The seat that answers for what follows. */
  owner: key,
  objectives: z.array(key).min(1).max(6),
  expected: z.array(Expected).max(4).default([]),
  card: DecisionCard.optional(),
  effects: z.array(Effect).max(6).default([]),
});

const Truth = z.strictObject({
  class: z.enum(TRIAGE_CLASSES),
  /** Posts with the same group say the same thing. */
  group: key.optional(),
  priority: z.enum(TRIAGE_PRIORITIES),
  escalate: z.boolean().default(false),
  veracity: z.enum(VERACITIES).default('unclear'),
});
export type TriageTruth = z.infer<typeof Truth>;

const ScriptedPost = z.strictObject({
  id,
  key,
  at: minute,
  /** From `at` on it appears in the first minute in which this holds, once. */
  when: Condition.optional(),
  persona: key,
  channel: key,
  text: lines,
  truth: Truth,
});

/** `{slot}` in a template takes one of the values of that slot. */
const Chatter = z.strictObject({
  id,
  stance: z.enum(STANCES),
  channel: key,
  truth: Truth,
  /** Only while this holds. */
  when: Condition.optional(),
  templates: z.array(lines).min(2).max(12),
});

const StatutoryClock = z.strictObject({
  id,
  key,
  title: lines,
  /** A partner of kind authority. */
  authority: key,
  starts: Condition,
  minutes: z.int().min(5).max(4_320),
  seat: key,
  basis: z.strictObject({
    title: line,
    publisher: line,
    year: z.int(),
    url: z.url({ protocol: /^https$/ }).optional(),
  }),
});

const StandIn = z.strictObject({
  id,
  seat: key,
  when: Condition,
  action: z.union([
    z
      .strictObject({ message: z.strictObject({ to: key, text: bodies, about: key.optional() }) })
      .describe('`about` is a scripted post; to a seat of a higher tier the message escalates it'),
    z
      .strictObject({
        triage: z.strictObject({
          post: key,
          class: z.enum(TRIAGE_CLASSES),
          priority: z.enum(TRIAGE_PRIORITIES),
          escalate: z.boolean(),
        }),
      })
      .describe('A scripted post that no person has triaged by then'),
    z.strictObject({ raise: z.enum(ALERT_LEVELS) }),
    z.strictObject({ notify: key }),
    z.strictObject({
      statement: z.strictObject({
        strategy: Strategy,
        elements: z.array(z.enum(STATEMENT_ELEMENTS)),
        outlets: z.array(z.enum(OUTLETS)).min(1),
        text: bodies,
      }),
    }),
  ]),
});

export const ScenarioDocument = z
  .strictObject({
    id,
    slug: key,
    title: lines,
    summary: lines,
    /** What everybody knows at the start. */
    briefing: bodies,
    crisisType: z.enum(CRISIS_TYPES),
    cluster: z.enum(CRISIS_CLUSTERS),
    /** A false rumour about the organisation: a denial with evidence is right here. */
    rumour: z.boolean().default(false),
    organisation: z.strictObject({
      name: lines,
      industry: lines,
      crisisHistory: z.boolean(),
      reputation: z.enum(['good', 'neutral', 'poor']),
    }),
    /** Local time of day at minute 0, HH:MM. */
    startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use HH:MM'),
    durationMinutes: z.int().min(30).max(4_320),
    /** Scenario minutes per minute of real time in a live run. */
    rate: z.number().min(1).max(120),
    solo: z.strictObject({
      /** Chosen so that a solo run lasts ten minutes: durationMinutes / rate = 10. */
      durationMinutes: z.int().min(30).max(1_440),
      rate: z.number().min(3).max(144),
      /** The seat that somebody of this tier takes. */
      seats: z.strictObject({ executive: key, manager: key, frontline: key }),
    }),
    opinion: z.strictObject({
      /** Accounts that could take part. */
      population: z.int().min(1_000).max(50_000_000),
      /** Posts per hour that appear by themselves. */
      background: z.number().min(0).max(1_000),
      /** Posts of the last hour at which heat is 50. */
      halfHeat: z.int().min(10).max(1_000_000),
    }),
    phases: z
      .array(z.strictObject({ key, title: lines, at: minute }))
      .min(2)
      .max(6),
    objectives: z
      .array(
        z.strictObject({
          id,
          key,
          title: lines,
          tiers: z.array(z.enum(TIERS)).min(1),
          /** Slug of the course that helps when this objective was weak. */
          course: key,
        }),
      )
      .min(3)
      .max(12),
    seats: z.array(Seat).min(3).max(12),
    personas: z.array(Persona).min(6).max(40),
    channels: z
      .array(z.strictObject({ id, key, kind: z.enum(CHANNEL_KINDS), name: lines }))
      .min(3)
      .max(10),
    partners: z
      .array(
        z.strictObject({
          id,
          key,
          name: lines,
          kind: z.enum(['authority', 'industry', 'expert', 'customer', 'supplier']),
        }),
      )
      .min(1)
      .max(10),
    variables: z
      .array(z.strictObject({ key, initial: z.union([z.number(), z.boolean()]) }))
      .max(20)
      .default([]),
    items: z.array(Inject).min(8).max(80),
    deck: z.array(Inject).min(2).max(30),
    posts: z.array(ScriptedPost).min(12).max(200),
    chatter: z.array(Chatter).min(6).max(60),
    slots: z.record(key, z.array(lines).min(2).max(20)).default({}),
    clocks: z.array(StatutoryClock).max(6),
    plan: z
      .array(z.strictObject({ id, measure: lines, owner: key, resources: lines, minutes: minute.optional() }))
      .min(4)
      .max(20),
    standIns: z.array(StandIn).max(20).default([]),
  })
  .meta({ id: 'ScenarioDocument', description: 'A scenario with all its parts' });

export type ScenarioDocument = z.infer<typeof ScenarioDocument>;
export type InjectDocument = ScenarioDocument['items'][number];
export type DecisionCardDocument = NonNullable<InjectDocument['card']>;
export type ExpectedAction = InjectDocument['expected'][number];
export type SeatDocument = ScenarioDocument['seats'][number];
export type MeasureName = (typeof MEASURES)[number];
export type StrategyCode = (typeof STRATEGIES)[number];
export type AlertLevel = (typeof ALERT_LEVELS)[number];
export type TriageClass = (typeof TRIAGE_CLASSES)[number];
export type TriagePriority = (typeof TRIAGE_PRIORITIES)[number];
