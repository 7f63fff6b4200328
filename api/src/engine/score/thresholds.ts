import type { AlertLevel, IndicatorSample, MeasureName, Metric } from '@readyroom/contract';
import { HEAT_OF_LEVEL, HORIZON, hottest, reachedAt } from './alerts.js';
import { bySeat, metric, shareOf } from './measure.js';
import type { RunRecord } from './record.js';

const READS: Readonly<Record<MeasureName, (sample: IndicatorSample) => number>> = {
  volume: (s) => s.volume,
  velocity: (s) => s.velocity,
  negative_share: (s) => s.negativeShare,
  heat: (s) => s.heat,
  complaints: (s) => s.complaints,
  silence: (s) => s.silence,
};
/** After an alarm the measure must fall below this part of the threshold before it can sound again. */
const REARM = 0.8;

interface Threshold {
  readonly seat: string;
  readonly seq: number;
  readonly measure: MeasureName;
  readonly level: AlertLevel;
  readonly value: number;
  readonly from: number;
  /** Until the seat set another value for the same measure and level, or the end. */
  readonly until: number;
}

/**
 * Alarms that the thresholds of a seat would sound, against the levels that the heat truly reached while they were set:
 * F1 = 2 × right alarms and foretold levels over all of both, as a Dice coefficient of alarms and levels.
 */
export function thresholdQuality(run: RunRecord): Metric[] {
  const judged = thresholdsOf(run).flatMap((t) => {
    const alarms = alarmsOf(run, t);
    const decided = alarms.filter(
      (at) => run.end >= at + HORIZON * 60 || hottest(run, at, at + HORIZON * 60) >= HEAT_OF_LEVEL[t.level],
    );
    const right = decided.filter(
      (at) => hottest(run, at, at + HORIZON * 60) >= HEAT_OF_LEVEL[t.level],
    ).length;
    const truth = reachedAt(run, t.level);
    const reached = truth !== null && truth >= t.from && truth <= t.until;
    const foretold = reached && alarms.some((at) => at <= truth && at >= truth - HORIZON * 60);
    return decided.length === 0 && !reached
      ? []
      : [{ seat: t.seat, seq: t.seq, alarms: decided.length, right, reached, foretold }];
  });
  return bySeat(judged, run.played, (own, seat) => {
    const good = own.reduce((n, j) => n + j.right + (j.foretold ? 1 : 0), 0);
    const all = own.reduce((n, j) => n + j.alarms + (j.reached ? 1 : 0), 0);
    return metric({
      key: 'threshold_quality',
      seat,
      unit: 'share',
      value: shareOf(good, all),
      count: good,
      of: all,
      seqs: own.map((j) => j.seq),
    });
  });
}

function thresholdsOf(run: RunRecord): Threshold[] {
  const deeds = run.deeds('set_threshold');
  return deeds.map((deed, i) => {
    const { measure, level, value } = deed.action;
    const next = deeds
      .slice(i + 1)
      .find((d) => d.seat === deed.seat && d.action.measure === measure && d.action.level === level);
    return {
      seat: deed.seat,
      seq: deed.seq,
      measure,
      level,
      value,
      from: deed.at,
      until: next?.at ?? run.end,
    };
  });
}

/** Seconds at which the measure rose to the threshold. One that already stands above sounds at once. */
function alarmsOf(run: RunRecord, threshold: Threshold): number[] {
  const alarms: number[] = [];
  let armed = true;
  for (const { sample } of run.told('indicators')) {
    const at = sample.minute * 60;
    if (at < threshold.from || at > threshold.until) continue;
    const value = READS[threshold.measure](sample);
    if (armed && value >= threshold.value) {
      alarms.push(at);
      armed = false;
    } else if (!armed && value < threshold.value * REARM) armed = true;
  }
  return alarms;
}
