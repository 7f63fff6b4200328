import { ALERT_LEVELS, type ExpectedAction, type Metric, type PlayerAction } from '@readyroom/contract';
import { bySeat, metric, shareOf } from './measure.js';
import type { Deed, RunRecord } from './record.js';

/** How an expected action of a played seat came out. Undecided ones (still open at the end) are not listed. */
export interface Outcome {
  readonly expected: ExpectedAction;
  readonly inject: string;
  readonly seat: string;
  readonly objectives: readonly string[];
  readonly openedAt: number;
  readonly state: 'met' | 'late' | 'missed';
  readonly doneAt: number | null;
  readonly seqs: readonly number[];
}

/** Outcomes in the order of the scenario. Whether in time says the stream of events; what came late says the log. */
export function outcomesOf(run: RunRecord): Outcome[] {
  const outcomes: Outcome[] = [];
  const told = run.told('expectation');
  for (const inject of [...run.scenario.items, ...run.scenario.deck])
    for (const expected of inject.expected) {
      if (!run.isPlayed(expected.seat)) continue;
      const opened = told.find((t) => t.expected === expected.id && t.state === 'open');
      const closed = told.find((t) => t.expected === expected.id && t.state !== 'open');
      if (!opened || !closed) continue;
      const deeds = deedsFor(run, expected, inject.key, inject.card?.key).filter((d) => d.at >= opened.at);
      const met = closed.state === 'met';
      const done = met
        ? (deeds.find((d) => d.at === closed.at) ?? deeds[0])
        : deeds.find((d) => d.at > closed.dueAt);
      outcomes.push({
        expected,
        inject: inject.key,
        seat: expected.seat,
        objectives: inject.objectives,
        openedAt: opened.at,
        state: met ? 'met' : done ? 'late' : 'missed',
        doneAt: met ? closed.at : (done?.at ?? null),
        seqs: done ? [done.seq] : [],
      });
    }
  return outcomes;
}

/** Expected actions met in time, of those decided. */
export function expectedActionsMet(run: RunRecord, outcomes: readonly Outcome[]): Metric[] {
  return bySeat(outcomes, run.played, (own, seat) => {
    const met = own.filter((o) => o.state === 'met').length;
    return metric({
      key: 'expected_actions_met',
      seat,
      unit: 'share',
      value: shareOf(met, own.length),
      target: own.length === 0 ? null : { value: 1, better: 'at_least', basis: 'scenario_expected' },
      count: met,
      of: own.length,
      seqs: own.flatMap((o) => o.seqs),
    });
  });
}

type Done = Pick<Deed, 'seq' | 'at'>;

/** Actions of the seat that are what is expected, by time. */
function deedsFor(run: RunRecord, expected: ExpectedAction, inject: string, card?: string): Done[] {
  const { seat, to } = expected;
  const own = <K extends PlayerAction['kind']>(
    kind: K,
    fits: (action: Deed<K>['action']) => boolean,
  ): Done[] => run.deeds(kind).filter((d) => d.seat === seat && fits(d.action));
  switch (expected.kind) {
    case 'acknowledge':
      return own('acknowledge', (a) => a.what === inject);
    case 'decide':
      return own('decide', (a) => a.card === (to ?? card));
    case 'message':
      return own('message', (a) => to === undefined || a.to.includes(to));
    case 'escalate':
      return own('message', (a) => run.goesUp(seat, a.to) && (to === undefined || a.to.includes(to)));
    case 'raise_alert': {
      const least = to === undefined ? 0 : ALERT_LEVELS.findIndex((level) => level === to);
      return own('raise_alert', (a) => ALERT_LEVELS.indexOf(a.level) >= least);
    }
    case 'statement':
    case 'correction': {
      const corrections = new Set(
        run.deeds('draft_statement').flatMap((d) => (d.action.corrects ? [d.action.statement] : [])),
      );
      const fits = (a: { statement: string }): boolean =>
        expected.kind === 'statement' || corrections.has(a.statement);
      return [...own('submit_statement', fits), ...own('publish_statement', fits)].sort(
        (a, b) => a.at - b.at || a.seq - b.seq,
      );
    }
    case 'notify':
      return own('notify', (a) => to === undefined || a.clock === to);
    case 'reply':
      return own('reply', () => true);
    case 'sitrep':
      return own('file_sitrep', () => true);
  }
}
