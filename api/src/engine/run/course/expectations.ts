import { ALERT_LEVELS, type ExpectedAction, type InjectDocument } from '@readyroom/contract';
import { emit, isPlayed, type Run } from '../context.js';
import type { OpenExpectation } from '../state.js';

/** Something a seat did, as far as it can be expected of one. */
export type Done =
  | { readonly kind: 'acknowledge'; readonly what: string }
  | { readonly kind: 'decide'; readonly card: string }
  | { readonly kind: 'message'; readonly to: readonly string[]; readonly up: boolean }
  | { readonly kind: 'raise_alert'; readonly level: (typeof ALERT_LEVELS)[number] }
  | { readonly kind: 'statement'; readonly corrects: boolean }
  | { readonly kind: 'notify'; readonly clock: string }
  | { readonly kind: 'reply' }
  | { readonly kind: 'sitrep' };

/** From now on these are waited for. Nothing is expected of seats that nobody plays. */
export function openExpectations(run: Run, inject: InjectDocument): void {
  for (const expected of inject.expected) {
    if (!isPlayed(run, expected.seat)) continue;
    const open = { expected: expected.id, inject: inject.key, dueAt: run.at + expected.within * 60 };
    run.state.expectations.push(open);
    tell(run, expected, open, 'open');
  }
}

/** Checks off what a seat was expected to do and has now done, in time. */
export function meetExpectations(run: Run, seat: string, done: Done): void {
  close(
    run,
    'met',
    (open, expected) => expected.seat === seat && run.at <= open.dueAt && fits(run, open, expected, done),
  );
}

/** What was due before now is missed. */
export function missExpectations(run: Run): void {
  close(run, 'missed', (open) => open.dueAt < run.at);
}

function close(
  run: Run,
  state: 'met' | 'missed',
  which: (open: OpenExpectation, expected: ExpectedAction) => boolean,
): void {
  run.state.expectations = run.state.expectations.filter((open) => {
    const expected = run.lookup.expected.get(open.expected)!;
    if (!which(open, expected)) return true;
    tell(run, expected, open, state);
    return false;
  });
}

const tell = (
  run: Run,
  { id, seat, what }: ExpectedAction,
  { inject, dueAt }: OpenExpectation,
  state: 'open' | 'met' | 'missed',
): void => emit(run, 'staff', { kind: 'expectation', expected: id, inject, seat, what, state, dueAt });

function fits(
  { lookup }: Run,
  { inject }: OpenExpectation,
  { kind, to }: ExpectedAction,
  done: Done,
): boolean {
  switch (done.kind) {
    case 'acknowledge':
      return kind === 'acknowledge' && done.what === inject;
    case 'decide':
      return kind === 'decide' && done.card === (to ?? lookup.injects.get(inject)?.card?.key);
    case 'message':
      return (
        (kind === 'message' || (kind === 'escalate' && done.up)) && (to === undefined || done.to.includes(to))
      );
    case 'raise_alert':
      return (
        kind === 'raise_alert' &&
        (to === undefined ||
          ALERT_LEVELS.indexOf(done.level) >= ALERT_LEVELS.findIndex((level) => level === to))
      );
    case 'statement':
      return kind === 'statement' || (kind === 'correction' && done.corrects);
    case 'notify':
      return kind === 'notify' && (to === undefined || done.clock === to);
    case 'reply':
      return kind === 'reply';
    case 'sitrep':
      return kind === 'sitrep';
  }
}
