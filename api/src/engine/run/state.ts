import type {
  AlertLevel,
  DrillEventBody,
  IndicatorSample,
  MeasureName,
  ScenarioDocument,
  StrategyCode,
  Text,
} from '@readyroom/contract';
import type { OpinionState, Response } from '../opinion/index.js';
import type { TruthOfPost } from '../score/index.js';

/** Changes whenever the same inputs could lead to another run. */
export const ENGINE_VERSION = '1.1.0';

/** With the log, all there is to a run. The seed is a whole number from 0 to 2^32 - 1. */
export interface RunInputs {
  readonly scenario: ScenarioDocument;
  readonly seed: number;
}

export type RunStage = 'unbegun' | 'lobby' | 'running' | 'paused' | 'ended' | 'stopped';
export type StatementStep = Extract<DrillEventBody, { kind: 'statement' }>['state'];

export interface OpenedCard {
  readonly inject: string;
  /** Who was shown it. */
  readonly to: readonly string[];
  readonly dueAt: number;
  closed: { readonly option: string; readonly by: 'player' | 'time' | 'stand_in' } | null;
}

export interface RunningClock {
  readonly dueAt: number;
  state: 'started' | 'met' | 'missed';
  /** Filed in time or late. */
  notified: boolean;
}

export interface OpenExpectation {
  readonly expected: string;
  readonly inject: string;
  readonly dueAt: number;
}

export interface StatementState {
  readonly author: string;
  version: number;
  step: StatementStep;
  strategy: StrategyCode;
  elements: Extract<DrillEventBody, { kind: 'statement' }>['elements'];
  outlets: Extract<DrillEventBody, { kind: 'statement' }>['outlets'];
  text: { zh: string; en: string };
  corrects: string | null;
  /** How many of the author's approvers have approved this version. */
  approvals: number;
  /** Since when the next approver is asked. */
  askedAt: number;
}

/** A public post, as much of it as the course of the run needs. */
export interface KnownPost {
  readonly at: number;
  readonly channel: string;
}

/** A post whose numbers still move, newest last. */
export interface LivePost {
  readonly id: string;
  readonly at: number;
  readonly followers: number;
  /** Posts of one topic say the same thing. */
  readonly topic: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** How much it is liked, 1-1000. */
  readonly appeal: number;
  /** In thousandths. */
  readonly repostsPerLike: number;
  readonly commentsPerLike: number;
  likes: number;
  reposts: number;
  comments: number;
}

export interface SetThreshold {
  readonly seat: string;
  readonly measure: MeasureName;
  readonly level: AlertLevel;
  readonly value: number;
  armed: boolean;
}

/** Posts that come from outside, in whole posts over whole minutes of the storm. */
export interface Shock {
  readonly posts: number;
  readonly minutes: number;
  readonly from: number;
}

/** A public answer that is still to come, to a reply or a statement of the organisation. */
export interface AnswerDue {
  readonly post: string;
  readonly minute: number;
  readonly count: number;
}

/**
 * Everything there is to a run at one moment: plain JSON, changed in place by the engine and by nobody else. It also
 * holds the hidden truth of the posts, so it never leaves the server.
 */
export interface RunState {
  readonly engine: string;
  readonly scenario: ScenarioDocument;
  readonly seed: number;
  /** Off where nobody looks: the feed shows the storm and moves nothing in it. */
  readonly feed: boolean;
  stage: RunStage;
  mode: 'live' | 'solo';
  /** Scenario time in seconds up to which everything is done. */
  at: number;
  /** Minutes whose tick is over; the number of the next one. */
  minute: number;
  /** Minute whose tick ends the run. */
  endMinute: number;
  lastEventId: number;
  readonly played: Record<string, boolean>;
  phase: string | null;
  /** Phases that have come up by the clock. */
  phasesDue: number;
  readonly variables: Record<string, number | boolean>;
  /** When each inject came. */
  readonly delivered: Record<string, number>;
  /** Seats that quick injects of the facilitator went to. */
  readonly quick: Record<string, 'feed' | string[]>;
  readonly held: Record<string, boolean>;
  readonly skipped: Record<string, boolean>;
  /** Words of the facilitator in place of those of the scenario; missing as long as there are none. */
  edited?: Record<string, Text>;
  /** Scripted posts so far. */
  readonly shown: Record<string, boolean>;
  readonly cards: Record<string, OpenedCard>;
  readonly clocks: Record<string, RunningClock>;
  expectations: OpenExpectation[];
  /** By inject or message: the seats that have acknowledged. */
  readonly acknowledged: Record<string, string[]>;
  /** What simulated seats have yet to acknowledge. */
  unanswered: { readonly what: string; readonly seat: string; readonly at: number }[];
  readonly messages: Record<string, { readonly from: string; readonly to: readonly string[] }>;
  readonly statements: Record<string, StatementState>;
  /** Strategies of the published statements. */
  readonly published: StrategyCode[];
  lastStatementAt: number | null;
  /** First inject in the feed or first scripted post. */
  crisisAt: number | null;
  readonly escalated: Record<string, boolean>;
  readonly triaged: Record<string, boolean>;
  readonly sitreps: Record<string, boolean>;
  alert: AlertLevel | null;
  thresholds: SetThreshold[];
  /** For each level of the ladder: whether passing it upwards would sound. */
  readonly ladder: Record<AlertLevel, boolean>;
  /** Stand-ins that have acted. */
  readonly stoodIn: Record<string, boolean>;
  readonly posts: Record<string, KnownPost>;
  readonly truths: Record<string, TruthOfPost>;
  live: LivePost[];
  answersDue: AnswerDue[];
  /** How often each chatter of the scenario was drawn from. */
  readonly spoken: number[];
  /** Personas that spoke last, newest last. */
  speakers: string[];
  readonly opinion: OpinionState;
  shocks: Shock[];
  /** Waiting for the next step of the storm. */
  attributionShift: number;
  responses: Response[];
  sample: IndicatorSample | null;
  /** Complaints of each of the last 60 minutes. */
  complaints: number[];
  /** Part of a complaint that was left over, in thousandths. */
  complaintsRest: number;
}
