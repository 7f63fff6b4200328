import type { Metric } from '@readyroom/contract';
import { atMost, bySeat, metric, minutesBetween, shareOf, timeMetric, type Observation } from './measure.js';
import type { RunRecord } from './record.js';

interface ClockRun {
  readonly clock: string;
  readonly seat: string;
  /** null: not filed. */
  readonly filed: number | null;
  /** null: still running at the end. */
  readonly met: boolean | null;
  readonly seqs: readonly number[];
}

/** For each clock minutes from its start to the notification, and the share of decided clocks that were met. */
export function clockMetrics(run: RunRecord): Metric[] {
  const clocks = startedClocks(run);
  const lines = run.scenario.clocks.flatMap(({ key, minutes }) => {
    const seen = clocks
      .filter((c) => c.clock === key && (c.filed !== null || c.met !== null))
      .map((c): Observation => ({
        seat: c.seat,
        value: c.filed ?? Number.POSITIVE_INFINITY,
        seqs: c.seqs,
      }));
    return bySeat(seen, run.played, (own, seat) =>
      timeMetric('time_to_notify', own, { part: key, seat, target: atMost(minutes, 'statutory_clock') }),
    );
  });
  const decided = clocks.filter((c) => c.met !== null);
  return [
    ...lines,
    ...bySeat(decided, run.played, (own, seat) => {
      const met = own.filter((c) => c.met === true).length;
      return metric({
        key: 'clocks_met',
        seat,
        unit: 'share',
        value: shareOf(met, own.length),
        target: own.length === 0 ? null : { value: 1, better: 'at_least', basis: 'statutory_clock' },
        count: met,
        of: own.length,
        seqs: own.flatMap((c) => c.seqs),
      });
    }),
  ];
}

function startedClocks(run: RunRecord): ClockRun[] {
  const told = run.told('clock');
  return run.scenario.clocks.flatMap(({ key, seat }) => {
    const started = told.find((t) => t.clock === key && t.state === 'started');
    if (!started || !run.isPlayedAt(seat, started.at)) return [];
    const filed = run.deeds('notify').find((d) => d.action.clock === key && d.at >= started.at);
    const filedAfter = filed ? minutesBetween(started.at, filed.at) : null;
    const met = filed ? filed.at <= started.dueAt : run.end > started.dueAt ? false : null;
    return [{ clock: key, seat, filed: filedAfter, met, seqs: filed ? [filed.seq] : [] }];
  });
}
