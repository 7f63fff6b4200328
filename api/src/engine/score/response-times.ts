import type { Metric } from '@readyroom/contract';
import { atMost, bySeat, grouped, minutesBetween, timeMetric, type Observation } from './measure.js';
import type { Outcome } from './expectations.js';
import type { RunRecord } from './record.js';

/** Minutes a player has before something unanswered counts as never answered. */
const ACKNOWLEDGE_WITHIN = 15;
const DIRECTIONS = ['up', 'down', 'sideways'] as const;

/** Inject delivered to a seat until that seat acknowledges it or decides on its card. */
export function acknowledgeTimes(run: RunRecord): Metric[] {
  const cards = new Map(
    [...run.scenario.items, ...run.scenario.deck].flatMap((i) => (i.card ? [[i.key, i.card.key]] : [])),
  );
  const seen: Observation[] = [];
  for (const { inject, to, at } of run.told('inject')) {
    if (to === 'feed') continue;
    for (const seat of to.filter((s) => run.isPlayedAt(s, at))) {
      const answers = [
        ...run.deeds('acknowledge').filter((d) => d.action.what === inject),
        ...run.deeds('decide').filter((d) => d.action.card === cards.get(inject)),
      ].filter((d) => d.seat === seat && d.at >= at);
      pushFirst(seen, seat, at, answers, run);
    }
  }
  return bySeat(seen, run.played, (own, seat) =>
    timeMetric('time_to_acknowledge', own, {
      seat,
      target: atMost(ACKNOWLEDGE_WITHIN, 'public_acknowledgement_15_min'),
    }),
  );
}

/** Message sent until each seat it went to acknowledges it, by direction. */
export function handOffs(run: RunRecord): Metric[] {
  const acknowledged = grouped(run.deeds('acknowledge'), (d) => `${d.seat} ${d.action.what}`);
  const written = grouped(run.deeds('message'), (d) => d.action.message);
  return DIRECTIONS.flatMap((direction) => {
    const seen: Observation[] = [];
    for (const message of run.told('message').filter((m) => m.direction === direction)) {
      const sent = written.get(message.message) ?? [];
      for (const seat of message.to.filter((s) => run.isPlayedAt(s, message.at))) {
        const answers = (acknowledged.get(`${seat} ${message.message}`) ?? []).filter(
          (d) => d.at >= message.at,
        );
        pushFirst(
          seen,
          seat,
          message.at,
          answers,
          run,
          sent.map((d) => d.seq),
        );
      }
    }
    return bySeat(seen, run.played, (own, seat) =>
      timeMetric('hand_off_latency', own, { part: direction, seat }),
    );
  });
}

/** Inject that calls for an escalation until the seat escalates; its target is what the scenario asks. */
export function escalationsAsked(run: RunRecord, outcomes: readonly Outcome[]): Metric[] {
  const asked = outcomes.filter((o) => o.expected.kind === 'escalate');
  const injects = [...new Set(asked.map((o) => o.inject))].sort();
  return injects.flatMap((inject) => {
    const own = asked.filter((o) => o.inject === inject);
    const seen = own.map((o): Observation => ({
      seat: o.expected.seat,
      value: o.doneAt === null ? Number.POSITIVE_INFINITY : minutesBetween(o.openedAt, o.doneAt),
      seqs: o.seqs,
    }));
    return bySeat(seen, run.played, (mine, seat) => {
      const limits = own.filter((o) => seat === null || o.seat === seat).map((o) => o.expected.within);
      const within = limits.reduce((a, b) => (a < b ? a : b));
      return timeMetric('time_to_escalate', mine, {
        part: inject,
        seat,
        target: atMost(within, 'scenario_expected'),
      });
    });
  });
}

/**
 * What is still open shortly before the end, or when its seat is left to the simulation, is left out: nobody can say
 * whether it would have been answered.
 */
function pushFirst(
  seen: Observation[],
  seat: string,
  from: number,
  answers: readonly { at: number; seq: number }[],
  run: RunRecord,
  alsoOn: readonly number[] = [],
): void {
  const until = from + ACKNOWLEDGE_WITHIN * 60;
  const first = answers.reduce<{ at: number; seq: number } | null>(
    (best, a) => (best === null || a.at < best.at ? a : best),
    null,
  );
  if (first) seen.push({ seat, value: minutesBetween(from, first.at), seqs: [...alsoOn, first.seq] });
  else if (run.end >= until && run.isPlayedAt(seat, until))
    seen.push({ seat, value: Number.POSITIVE_INFINITY, seqs: alsoOn });
}
