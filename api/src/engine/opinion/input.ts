import type { ScenarioDocument, StrategyCode } from '@readyroom/contract';
import type { Stream } from '../random/index.js';
import type { OpinionParameters } from './constants.js';

export type Stance = 'hostile' | 'questioning' | 'supportive';
export type PerStance<T> = Record<Stance, T>;

/** What the public's opinion starts from; most of it stands in the scenario. */
export interface OpinionInput {
  /** Accounts that could take part; each posts once at most. */
  readonly population: number;
  /** Posts that appear by themselves. */
  readonly backgroundPerHour: number;
  readonly cluster: ScenarioDocument['cluster'];
  /** A false rumour: what is right to answer is what is right for a victim, and evidence weighs more. */
  readonly rumour: boolean;
  readonly crisisHistory: boolean;
  readonly reputation: ScenarioDocument['organisation']['reputation'];
  /** `technical` counts as a crisis of the product: coming forward first helps a little more. */
  readonly crisisType?: ScenarioDocument['crisisType'];
  /** Local time at minute 0, 0-1439. */
  readonly startMinuteOfDay: number;
  /** Posts of the last hour at which heat is 50. */
  readonly halfHeat: number;
  /** For tests of the model's sensitivity; a run never sets it. */
  readonly overrides?: Partial<OpinionParameters>;
}

/** What the organisation said in public, as far as the model looks at it. */
export interface Response {
  /** Minute of the run; counts from the next tick on. */
  readonly minute: number;
  readonly strategy: StrategyCode;
  /** Share of what, who, our action and next update that the statement tells, 0-1. */
  readonly transparency: number;
  /** An inquiry by outsiders is announced. */
  readonly external: boolean;
  /** An inquiry by the organisation itself is announced; by the evidence it changes nothing. */
  readonly internal?: boolean;
  readonly formalAndInformal: boolean;
  readonly evidence: boolean;
  /** By the evidence it changes nothing. */
  readonly byChiefExecutive: boolean;
  /** The organisation told of it before anybody else did. */
  readonly stealingThunder: boolean;
  /** Minutes since the crisis became visible. */
  readonly delayMinutes: number;
}

/** What happened since the last minute. */
export interface Happening {
  /** Posts per minute that come from outside in this minute. */
  readonly exogenous: number;
  /** Added to the responsibility that the public sees. */
  readonly attributionShift: number;
  readonly responses: readonly Response[];
}

/** One minute of the storm. */
export interface MinuteSample {
  readonly minute: number;
  /** New posts. */
  readonly hostile: number;
  readonly questioning: number;
  readonly supportive: number;
  /** The same posts weighted by the influence of their authors; an average author counts 1. */
  readonly weighted: PerStance<number>;
  /** Responsibility that the public sees in the organisation, 0-1. */
  readonly attribution: number;
  /** Reactions that a post of average influence brings about in all its life. */
  readonly infectiousness: number;
}

/** An answer as the model keeps it. */
export interface AppliedResponse {
  readonly minute: number;
  /** From -1 (makes it worse) to 1. */
  readonly strength: number;
  /** How well the strategy fits the responsibility, -1 to 1. */
  readonly match: number;
}

/** Plain JSON; changed in place by `stepOpinion`. Its history must not be edited: the engine keeps a copy of it. */
export interface OpinionState {
  readonly seed: number;
  readonly input: Omit<OpinionInput, 'overrides'>;
  readonly parameters: OpinionParameters;
  /** Each minute draws from a branch of these. */
  readonly posting: PerStance<Readonly<Stream>>;
  readonly influence: PerStance<Readonly<Stream>>;
  /** Minutes that are over; the next one to be stepped. */
  minute: number;
  /** Posts of each minute. */
  readonly posts: PerStance<number[]>;
  /** Influence of the posts of each minute, in thousandths. */
  readonly weights: PerStance<number[]>;
  /** Posts since the start. */
  total: number;
  attribution: number;
  readonly responses: AppliedResponse[];
}
