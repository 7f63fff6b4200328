import type { ErrorCode } from '@readyroom/contract';
import { ApiError, LineLost } from '../api/errors.js';
import { createStore, type Store } from '../store.js';
import type { Device } from './device.js';
import * as queue from './outbox-queue.js';
import type { Outgoing, OutboxEntry } from './outbox-queue.js';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
/** The session stands in the way, not the entry: it waits until the person is back. */
const SESSION_CODES = new Set(['auth.required', 'auth.password_change_required', 'auth.password_expired']);

/** A drill that stands still goes on: what was done meanwhile waits for that. */
const PAUSED: ErrorCode = 'drill.paused';

export interface OutboxState {
  entries: OutboxEntry[];
  sending: boolean;
}
export type Delivery = { item: Outgoing; answer: unknown };
type Send = (item: Outgoing) => Promise<unknown>;
type Outcome = 'gone' | 'refused' | 'later' | 'stop';

/** Sends what the device keeps, in order, until everything has arrived or the line is lost. */
export class Outbox {
  readonly state: Store<OutboxState> = createStore<OutboxState>({ entries: [], sending: false });
  private readonly listeners = new Set<(delivery: Delivery) => unknown>();
  private running: Promise<void> | null = null;
  private again = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitMs = FIRST_WAIT_MS;
  private closed = false;

  constructor(
    private readonly device: Device,
    private readonly send: Send,
  ) {}

  /** Reads what an earlier visit left behind and starts sending it. */
  async open(): Promise<void> {
    this.show(await this.device.readOutbox());
    void this.flush();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  /** Resolves when the item is safe on the device; sending goes on by itself. */
  async put(item: Outgoing): Promise<void> {
    this.show(await this.device.changeOutbox((entries) => queue.add(entries, item)));
    void this.flush();
  }

  async dismiss(id: number): Promise<void> {
    this.show(await this.device.changeOutbox((entries) => queue.dismiss(entries, id)));
  }

  onDelivered(listener: (delivery: Delivery) => unknown): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** One run at a time; a call during a run makes it look once more at its end. */
  flush(): Promise<void> {
    this.again = true;
    this.running ??= this.run()
      .catch((error: unknown) => {
        // Signing out closes the database under a run; there is nothing left to do then.
        if (!this.closed) throw error;
      })
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer);
    const troubled = new Set<string>();
    let stopped = false;
    while (this.again && !stopped && !this.closed) {
      this.again = false;
      let entries = await this.device.readOutbox();
      this.show(entries);
      for (let entry = queue.nextToSend(entries, troubled); entry && !stopped && !this.closed;) {
        this.state.update((state) => ({ ...state, sending: true }));
        const outcome = await this.deliver(entry);
        stopped = outcome === 'stop';
        if (outcome === 'later') troubled.add(queue.laneOf(entry.item));
        entries = await this.device.readOutbox();
        this.show(entries);
        entry = queue.nextToSend(entries, troubled);
      }
    }
    this.state.update((state) => ({ ...state, sending: false }));
    this.plan(stopped || troubled.size > 0);
  }

  private async deliver(entry: OutboxEntry): Promise<Outcome> {
    try {
      const answer = await this.send(entry.item);
      await this.device.changeOutbox((entries) => queue.delivered(entries, entry));
      for (const listener of this.listeners) listener({ item: entry.item, answer });
      return 'gone';
    } catch (error) {
      if (error instanceof LineLost) return 'stop';
      if (!(error instanceof ApiError)) throw error;
      if (SESSION_CODES.has(error.code)) return 'stop';
      if (error.passing || error.code === PAUSED) {
        if (error.retryAfterSeconds) this.waitMs = Math.min(error.retryAfterSeconds * 1000, LONGEST_WAIT_MS);
        return 'later';
      }
      await this.device.changeOutbox((entries) => queue.refuse(entries, entry, error.code));
      return 'refused';
    }
  }

  private plan(unfinished: boolean): void {
    if (!unfinished) {
      this.waitMs = FIRST_WAIT_MS;
      return;
    }
    if (this.closed) return;
    this.timer = setTimeout(() => void this.flush(), this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  private show(entries: OutboxEntry[]): void {
    this.state.update((state) => ({ ...state, entries }));
  }
}
