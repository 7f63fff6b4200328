import type { ErrorCode, LogEntry } from '@readyroom/contract';
import { advance } from './advance.js';
import { openRun, type EmittedEvent } from './context.js';
import type { RunState } from './state.js';

export interface Applied {
  /** Why the action does not count; it then changed nothing. */
  readonly refused: ErrorCode | null;
  readonly events: EmittedEvent[];
}

/** Plays the minutes up to the entry, then lets the entry take effect. Entries come in the order of the log. */
export function applyEntry(state: RunState, entry: LogEntry): Applied {
  const run = openRun(state);
  advance(run, entry.at);
  return { refused: null, events: run.events };
}
