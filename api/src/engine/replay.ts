import type { LogEntry } from '@readyroom/contract';
import { advanceTo } from './run/advance.js';
import { applyEntry } from './run/apply-entry.js';
import { beginRun } from './run/begin.js';
import type { EmittedEvent } from './run/context.js';
import type { RunInputs, RunState } from './run/state.js';
import type { Refusal } from './run/refusal.js';

export interface Replayed {
  readonly state: RunState;
  readonly events: EmittedEvent[];
  readonly refusals: readonly Refusal[];
}

/** The run that a log makes, up to a moment of scenario time. The same inputs give the same run, to the last digit. */
export const replay = (inputs: RunInputs, log: readonly LogEntry[], untilSeconds: number): Replayed =>
  play(beginRun(inputs), log, untilSeconds);

/** Plays a log into a run that has just begun. */
export function play(state: RunState, log: readonly LogEntry[], untilSeconds: number): Replayed {
  const events: EmittedEvent[] = [];
  const refusals: Refusal[] = [];
  for (const entry of log) {
    if (entry.at > untilSeconds) break;
    const { refused, events: shown } = applyEntry(state, entry);
    if (refused !== null) refusals.push({ seq: entry.seq, code: refused });
    for (const event of shown) events.push(event);
  }
  for (const event of advanceTo(state, untilSeconds)) events.push(event);
  return { state, events, refusals };
}
