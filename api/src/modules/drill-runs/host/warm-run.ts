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
  private readonly sent = new Map<string, number>();

  private constructor(readonly state: RunState) {}

  static from(inputs: RunInputs): WarmRun {
    return new WarmRun(beginRun(inputs));
  }

  /** Takes in what another process has written; its events are stored already. */
  catchUp(lines: readonly { entry: LogEntry; sender: string | null }[], tickedTo: number): void {
    for (const { entry, sender } of lines) this.apply(entry, sender);
    if (this.seq > 0) this.advance(tickedTo);
  }

  apply(entry: LogEntry, sender: string | null): ReturnType<typeof applyEntry> {
    this.seq = entry.seq;
    if (sender !== null) this.sent.set(sender, this.sentBy(sender) + 1);
    return applyEntry(this.state, entry);
  }

  /** How much somebody has sent so far. */
  sentBy(sender: string): number {
    return this.sent.get(sender) ?? 0;
  }

  advance(at: number): EmittedEvent[] {
    return advanceTo(this.state, at);
  }
}
