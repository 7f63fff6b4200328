import type { StrategyCode } from '@readyroom/contract';
import type { OpinionInput, OpinionState, Response } from '../input.js';
import { stepOpinion } from '../step.js';

/** A preventable crisis of a company that many know, breaking at nine in the morning. */
export const CRISIS: OpinionInput = {
  population: 500_000,
  backgroundPerHour: 30,
  cluster: 'preventable',
  rumour: false,
  crisisHistory: false,
  reputation: 'neutral',
  startMinuteOfDay: 540,
  halfHeat: 500,
};

/** Nothing but posts and their reactions: no daily cycle, no ageing, no anger, no vacuum. */
export const PLAIN = { dailySwing: 0, ageing: 1e12, anger: 0, vacuum: 0 };

/** So many accounts that their number does not matter. */
export const ENDLESS = 1e15;

export function response(strategy: StrategyCode, minute: number, more: Partial<Response> = {}): Response {
  return {
    minute,
    strategy,
    transparency: 0.5,
    external: false,
    formalAndInformal: false,
    evidence: false,
    byChiefExecutive: false,
    stealingThunder: false,
    delayMinutes: minute,
    ...more,
  };
}

/** 3,000 posts from outside, spread over the first three hours. */
export const breaking = (minute: number): number => (minute < 180 ? 3_000 / 180 : 0);

/** Steps up to a minute, with these responses each in its minute. */
export function advance(
  state: OpinionState,
  until: number,
  responses: readonly Response[] = [],
  outside: (minute: number) => number = breaking,
): OpinionState {
  while (state.minute < until) {
    const { minute } = state;
    const due = responses.filter((r) => r.minute === minute);
    stepOpinion(state, { exogenous: outside(minute), attributionShift: 0, responses: due });
  }
  return state;
}

export const hostilePosts = ({ posts }: OpinionState): number => total(posts.hostile);

export const total = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0);

export const perMinute = ({ posts }: OpinionState): number[] =>
  posts.hostile.map((hostile, m) => hostile + posts.questioning[m]! + posts.supportive[m]!);
