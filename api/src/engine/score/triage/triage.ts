import type { Metric, MetricKey } from '@readyroom/contract';
import {
  bySeat,
  grouped,
  metric,
  minutesBetween,
  round,
  shareOf,
  timeMetric,
  type Observation,
} from '../measure.js';
import type { RunRecord } from '../record.js';
import { handledPosts, isPressing, mattersOf, OPEN_MINUTES, triageOnDuty, type Handled } from './desk.js';
import { duplicatePairs } from './duplicates.js';
import { priorityInversions } from './inversions.js';

const seqsOf = (own: readonly Handled[]): number[] => own.flatMap((h) => h.seqs);

/** Everything about the triage desk, against the hidden truth of the posts. */
export function triageMetrics(run: RunRecord): Metric[] {
  const handled = handledPosts(run);
  return [
    ...bySeat(handled, run.played, (own, seat) => {
      const right = own.filter((h) => h.last.action.class === h.truth.class).length;
      return share('triage_accuracy', seat, right, own.length, seqsOf(own));
    }),
    ...pressingMetrics(run, handled),
    ...duplicateMetrics(run, handled),
    ...inversionMetrics(run, handled),
    ...bySeat(
      handled.map((h): Observation => ({
        seat: h.seat,
        value: minutesBetween(h.visibleAt, h.firstAt),
        seqs: h.seqs.slice(0, 1),
      })),
      run.played,
      (own, seat) => timeMetric('triage_median_minutes', own, { seat }),
    ),
    ...escalationTimes(run),
  ];
}

const share = (
  key: MetricKey,
  seat: string | null,
  count: number,
  of: number,
  seqs: Iterable<number>,
): Metric => metric({ key, seat, unit: 'share', value: shareOf(count, of), count, of, seqs });

/**
 * Precision over what was flagged, recall over the matters that needed it. Recall and F1 are the team's: seats share
 * one desk, so a seat has them only when it was alone at it.
 */
function pressingMetrics(run: RunRecord, handled: readonly Handled[]): Metric[] {
  const flagged = handled.filter((h) => isPressing(h.last.action));
  const precision = bySeat(flagged, run.played, (own, seat) => {
    const right = own.filter((h) => isPressing(h.truth));
    return share('triage_precision', seat, right.length, own.length, seqsOf(own));
  });
  const flags = grouped(flagged, (h) => h.post);
  const matters = triageOnDuty(run)
    ? mattersOf(run)
        .filter((m) => m.pressing.length > 0)
        .map((m) => ({
          visibleAt: m.visibleAt,
          seqs: m.pressing.flatMap((id) => seqsOf(flags.get(id) ?? [])),
        }))
        .filter((m) => m.seqs.length > 0 || run.end >= m.visibleAt + OPEN_MINUTES * 60)
    : [];
  const found = matters.filter((m) => m.seqs.length > 0);
  const seqs = found.flatMap((m) => m.seqs);
  const recall = share('triage_recall', null, found.length, matters.length, seqs);
  const right = precision[0]!;
  const both =
    recall.value === null
      ? null
      : right.count === 0 || found.length === 0
        ? 0
        : harmonic(right.count / right.of, found.length / matters.length);
  const f1 = metric({
    key: 'triage_f1',
    unit: 'share',
    value: both === null ? null : round(both),
    count: found.length,
    of: matters.length,
    seqs: [...right.evidence, ...seqs],
  });
  const atDesk = aloneAtDesk(run, handled);
  const team = [recall, f1];
  return [...precision, ...team, ...(atDesk === null ? [] : team.map((m) => ({ ...m, seat: atDesk })))];
}

const harmonic = (a: number, b: number): number => (2 * a * b) / (a + b);

/** The one seat whose job triage was, or null. */
function aloneAtDesk(run: RunRecord, handled: readonly Handled[]): string | null {
  const desk = run.played.filter(
    (key) => run.seat(key)!.tier === 'frontline' || handled.some((h) => h.seat === key),
  );
  return desk.length === 1 ? desk[0]! : null;
}

function duplicateMetrics(run: RunRecord, handled: readonly Handled[]): Metric[] {
  const counts = run.played.flatMap((seat) => {
    const own = handled.filter((h) => h.seat === seat);
    if (own.length === 0) return [];
    const marks = own.map((h) => ({ post: h.post, duplicateOf: h.last.action.duplicateOf }));
    return [{ seat, ...duplicatePairs(marks, (post) => run.truths[post]?.group), seqs: seqsOf(own) }];
  });
  const line = (key: MetricKey, hits: 1 | 2, of: (c: { said: number; same: number }) => number): Metric[] =>
    bySeat(counts, run.played, (own, seat) =>
      share(
        key,
        seat,
        hits * sum(own.map((c) => c.hits)),
        sum(own.map(of)),
        own.flatMap((c) => c.seqs),
      ),
    );
  return [
    ...line('duplicate_precision', 1, (c) => c.said),
    ...line('duplicate_recall', 1, (c) => c.same),
    ...line('duplicate_pair_f1', 2, (c) => c.said + c.same),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function inversionMetrics(run: RunRecord, handled: readonly Handled[]): Metric[] {
  const counts = run.played.flatMap((seat) => {
    const own = handled.filter((h) => h.seat === seat);
    if (own.length === 0) return [];
    const queue = own.map((h) => ({
      priority: h.truth.priority,
      visibleAt: h.visibleAt,
      handledAt: h.firstAt,
    }));
    return [{ seat, ...priorityInversions(queue), seqs: seqsOf(own) }];
  });
  return bySeat(counts, run.played, (own, seat) => {
    const choices = sum(own.map((c) => c.choices));
    const inverted = sum(own.map((c) => c.inverted));
    return metric({
      key: 'priority_inversions',
      seat,
      unit: 'count',
      value: choices === 0 ? null : inverted,
      count: inverted,
      of: choices,
      seqs: own.flatMap((c) => c.seqs),
    });
  });
}

/** Matter that needs escalating visible until the first seat escalates one of its posts, by triage or by message. */
function escalationTimes(run: RunRecord): Metric[] {
  const escalations = grouped<{ post: string; seat: string; at: number; seq: number }>(
    [
      ...run
        .deeds('triage')
        .filter((d) => d.action.escalate)
        .map((d) => ({ ...d, post: d.action.post })),
      ...run
        .deeds('message')
        .filter((d) => run.goesUp(d.seat, d.action.to))
        .flatMap((d) => (d.action.about === undefined ? [] : [{ ...d, post: d.action.about }])),
    ],
    (d) => d.post,
  );
  const seen = !triageOnDuty(run)
    ? []
    : mattersOf(run).flatMap((matter): Observation[] => {
        if (!matter.escalate) return [];
        const worthy = matter.posts.filter((id) => run.truths[id]!.escalate);
        const visibleAt = worthy.map((id) => run.posts.get(id)!.at).reduce((a, b) => (a < b ? a : b));
        const first = matter.posts
          .flatMap((id) => escalations.get(id) ?? [])
          .filter((d) => d.at >= visibleAt)
          .sort((a, b) => a.at - b.at || (a.seat < b.seat ? -1 : a.seat > b.seat ? 1 : a.seq - b.seq))[0];
        if (first)
          return [{ seat: first.seat, value: minutesBetween(visibleAt, first.at), seqs: [first.seq] }];
        return run.end >= visibleAt + OPEN_MINUTES * 60
          ? [{ seat: null, value: Number.POSITIVE_INFINITY, seqs: [] }]
          : [];
      });
  return bySeat(seen, run.played, (own, seat) => timeMetric('time_to_escalate', own, { seat }));
}
