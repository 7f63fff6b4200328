import type { ControlAction } from '../../../providers/contract.js';

/** How long something can be taken back. */
export const RECALL_MS = 5_000;

/**
 * What a facilitator has just done and can still take back. `sending` and `skipping` have not left this screen: nobody
 * has seen them, and the log knows nothing of them. `skipped` is in the log already, because its minute might come in
 * the meantime; taking it back is a second line there. `failed` did not get through.
 */
export interface Recallable {
  readonly state: 'sending' | 'skipping' | 'skipped' | 'failed';
  readonly action: ControlAction;
  readonly title: string;
  /** By the steady clock of this browser, in milliseconds. */
  readonly until: number;
}
type Act = (action: ControlAction) => Promise<boolean>;

/** Holds what was done last for five seconds. A further deed lets the one before it go at once. */
export class Recall {
  private now: Recallable | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  /** How things are done from now on; the screen that does them is drawn anew all the time. */
  readonly use = (act: Act): void => {
    this.act = act;
  };
  private act: Act = () => Promise.resolve(false);

  readonly get = (): Recallable | null => this.now;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Does something in five seconds. */
  later(state: 'sending' | 'skipping', action: ControlAction, title: string): void {
    this.atOnce();
    this.show({ state, action, title, until: performance.now() + RECALL_MS });
    this.timer = setTimeout(() => this.atOnce(), RECALL_MS);
  }

  /** Skips now, and offers to release again. */
  async skip(inject: string, title: string): Promise<void> {
    this.atOnce();
    const action = { kind: 'skip', inject } as const;
    if (!(await this.act(action))) return;
    this.show({ state: 'skipped', action, title, until: performance.now() + RECALL_MS });
    this.timer = setTimeout(() => this.show(null), RECALL_MS);
  }

  /** Lets go what waits, without waiting any longer. */
  readonly atOnce = (): void => {
    const going = this.now;
    if (!going) return;
    this.show(null);
    if (going.state === 'skipped') return;
    void this.act(going.action).then((isDone) => {
      // What was written for this moment must not be lost with the line; another deed in the meantime comes first.
      if (!isDone && going.action.kind === 'quick_inject' && !this.now)
        this.show({ ...going, state: 'failed' });
    });
  };

  /** Takes back what can be; nothing happens when there is nothing. */
  readonly undo = (): void => {
    const back = this.now;
    if (!back) return;
    this.show(null);
    if (back.state === 'skipped' && back.action.kind === 'skip')
      void this.act({ kind: 'release', inject: back.action.inject });
  };

  /** An inject came by itself while it waited to be sent. */
  cameByItself(inject: string): void {
    const { now } = this;
    if (now && 'inject' in now.action && now.action.inject === inject) this.show(null);
  }

  private show(next: Recallable | null): void {
    clearTimeout(this.timer);
    this.now = next;
    for (const listener of this.listeners) listener();
  }
}
