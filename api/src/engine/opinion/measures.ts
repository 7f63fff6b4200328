import type { MeasureName } from '@readyroom/contract';
import { roundHalfUp } from '../numbers/index.js';
import type { OpinionState } from './input.js';

const { max, min } = Math;
const HOUR = 60;

/** What the storm alone is measured by; complaints and silence are known to the run. */
export type OpinionMeasures = Record<Exclude<MeasureName, 'complaints' | 'silence'>, number>;

/**
 * The measures after the last minute that was stepped, all whole numbers, halves rounded upwards:
 * - `volume`: posts of the last 60 minutes; minutes before the start had none.
 * - `velocity`: change of volume against the 60 minutes before them, in %. Here minutes before the start count with the
 *   background, so that an ordinary day has velocity 0 from the first minute on; an hour with less than one post counts
 *   as one post.
 * - `negative_share`: hostile posts among those of the last 60 minutes, in %; 0 without posts.
 * - `heat`: 100 v / (v + half heat) with v = volume, 0-100.
 */
export function measuresOf(state: OpinionState): OpinionMeasures {
  const volume = posted(state, state.minute - HOUR, state.minute);
  const { recent, before } = hours(state);
  return {
    volume,
    velocity: roundHalfUp((100 * (recent - before)) / max(1, before)),
    negative_share: roundHalfUp(100 * (hostileShare(state) ?? 0)),
    heat: roundHalfUp((100 * volume) / (volume + state.input.halfHeat)),
  };
}

/** Hostile part of the last hour's posts, 0-1; null without posts. */
export function hostileShare({ posts, minute }: OpinionState): number | null {
  let hostile = 0;
  let others = 0;
  for (let m = max(0, minute - HOUR); m < minute; m++) {
    hostile += posts.hostile[m]!;
    others += posts.questioning[m]! + posts.supportive[m]!;
  }
  const all = hostile + others;
  return all === 0 ? null : hostile / all;
}

/**
 * Whether heat is still on its way up: the last hour is near the busiest one so far, or a new wave is coming, seen by
 * a clear climb against the hour before. A little up and down after the peak is neither.
 */
export function isRising(state: OpinionState): boolean {
  const { recent, before } = hours(state);
  const { nearPeak, climb } = state.parameters;
  return recent >= nearPeak * busiest(state) || recent >= (1 + climb) * before;
}

/** Posts of the busiest 60 minutes so far, minutes before the start counting with the background. */
function busiest({ posts, minute, input }: OpinionState): number {
  const at = (m: number) =>
    m < 0 ? input.backgroundPerHour / HOUR : posts.hostile[m]! + posts.questioning[m]! + posts.supportive[m]!;
  let volume = input.backgroundPerHour;
  let peak = volume;
  for (let m = 0; m < minute; m++) {
    volume += at(m) - at(m - HOUR);
    peak = max(peak, volume);
  }
  return peak;
}

function hours(state: OpinionState): { recent: number; before: number } {
  const { minute } = state;
  const background = (from: number, to: number) =>
    (max(0, min(0, to) - from) * state.input.backgroundPerHour) / HOUR;
  const count = (from: number, to: number) => background(from, to) + posted(state, from, to);
  return {
    recent: count(minute - HOUR, minute),
    before: count(minute - 2 * HOUR, minute - HOUR),
  };
}

function posted({ posts }: OpinionState, from: number, to: number): number {
  let sum = 0;
  for (let m = max(0, from); m < to; m++)
    sum += posts.hostile[m]! + posts.questioning[m]! + posts.supportive[m]!;
  return sum;
}
