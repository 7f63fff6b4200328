import { ALERT_LEVELS, type AlertLevel, type Metric } from '@readyroom/contract';
import { metric, minutesBetween, shareOf, bySeat } from './measure.js';
import type { RunRecord } from './record.js';

/** Heat from which each level truly holds. */
export const HEAT_OF_LEVEL: Readonly<Record<AlertLevel, number>> = {
  blue: 20,
  yellow: 40,
  orange: 60,
  red: 80,
};
/** A warning counts for what happens within this many minutes after it. */
export const HORIZON = 60;
/** An alert this many minutes late still counts as one. */
const LATE = 15;

const rank = (level: AlertLevel): number => ALERT_LEVELS.indexOf(level);

/** First moment, in seconds, at which the heat truly reached each level; null = never. */
export function reachedAt(run: RunRecord, level: AlertLevel): number | null {
  const sample = run.told('indicators').find((t) => t.sample.heat >= HEAT_OF_LEVEL[level]);
  return sample ? sample.sample.minute * 60 : null;
}

/** Highest heat from `from` to `to`, both in seconds and included; a moment takes the last sample before it. */
export function hottest(run: RunRecord, from: number, to: number): number {
  let atStart = 0;
  let best = 0;
  for (const { sample } of run.told('indicators')) {
    const at = sample.minute * 60;
    if (at <= from) atStart = sample.heat;
    else if (at <= to && sample.heat > best) best = sample.heat;
  }
  return atStart > best ? atStart : best;
}

interface Raise {
  readonly seat: string;
  readonly at: number;
  readonly seq: number;
  readonly level: AlertLevel;
}

/** Alerts that went up: above what stood before that second, whoever had raised it. */
function raisesOf(run: RunRecord): Raise[] {
  const told = run.told('alert');
  return run.deeds('raise_alert').flatMap(({ seat, at, seq, action }) => {
    const standing = told.filter((t) => t.at < at).at(-1);
    return standing && rank(standing.level) >= rank(action.level)
      ? []
      : [{ seat, at, seq, level: action.level }];
  });
}

/** Hits and lead time by level that the heat truly reached; false alarms by alert raised. */
export function alertMetrics(run: RunRecord): Metric[] {
  const raises = raisesOf(run);
  const onDuty = raises.length > 0 || run.playsTier('frontline', 'manager');
  const levels = ALERT_LEVELS.flatMap((level) => {
    const truth = onDuty ? reachedAt(run, level) : null;
    if (truth === null) return [];
    const raise = raises.find(
      (r) => rank(r.level) >= rank(level) && r.at >= truth - HORIZON * 60 && r.at <= truth + LATE * 60,
    );
    // Just reached, and nobody could say yet that no alert came.
    return raise || run.end >= truth + LATE * 60 ? [{ level, truth, raise }] : [];
  });
  const hits = levels.filter((l) => l.raise !== undefined);
  const decided = raises.flatMap((r) => {
    const until = r.at + HORIZON * 60;
    const right = hottest(run, r.at, until) >= HEAT_OF_LEVEL[r.level];
    return right || run.end >= until ? [{ ...r, right }] : [];
  });
  return [
    metric({
      key: 'alert_hits',
      unit: 'share',
      value: shareOf(hits.length, levels.length),
      count: hits.length,
      of: levels.length,
      seqs: hits.map((l) => l.raise!.seq),
    }),
    ...bySeat(decided, run.played, (own, seat) => {
      const wrong = own.filter((r) => !r.right);
      return metric({
        key: 'alert_false_alarms',
        seat,
        unit: 'count',
        value: own.length === 0 ? null : wrong.length,
        count: wrong.length,
        of: own.length,
        seqs: own.map((r) => r.seq),
      });
    }),
    ...ALERT_LEVELS.map((level) => {
      const own = levels.find((l) => l.level === level);
      return metric({
        key: 'alert_lead_time',
        part: level,
        unit: 'minutes',
        value: own?.raise ? minutesBetween(own.raise.at, own.truth) : null,
        count: own?.raise ? 1 : 0,
        of: own ? 1 : 0,
        seqs: own?.raise ? [own.raise.seq] : [],
      });
    }),
  ];
}
