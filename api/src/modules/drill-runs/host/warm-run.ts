import type { LogEntry } from '@readyroom/contract';
import {
  advanceTo,
  applyEntry,
  beginRun,
  type EmittedEvent,
  type RunInputs,
  type RunState,
} from '../../../engine/index.js';

/**
 * The state of a run in the memory of this process, and how much of the log is in it. Nothing depends on it: the
 * log makes it anew, and it is thrown away whenever a transaction fails.
 */
export class WarmRun {
  seq = 0;

  private constructor(readonly state: RunState) {}

  static from(inputs: RunInputs): WarmRun {
    return new WarmRun(beginRun(inputs));
  }

  /** Takes in what another process has written; its events are stored already. */
  catchUp(entries: readonly LogEntry[], tickedTo: number): void {
    for (const entry of entries) this.apply(entry);
    if (this.seq > 0) this.advance(tickedTo);
  }

  apply(entry: LogEntry): ReturnType<typeof applyEntry> {
    this.seq = entry.seq;
    return applyEntry(this.state, entry);
  }

  advance(at: number): EmittedEvent[] {
    return advanceTo(this.state, at);
  }
}
