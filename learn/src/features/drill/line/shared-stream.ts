import type { DrillClock, DrillEvent } from '@readyroom/contract';
import type { LineSource, StreamListener } from './drill-line.js';

/** What the tab that listens to the server tells the others of the same browser. */
export type TabMessage =
  /** `after` is the last event before this one, so that nobody takes a gap for the whole. */
  | { kind: 'event'; after: number; event: DrillEvent }
  | { kind: 'clock'; last: number; clock: DrillClock }
  | { kind: 'end'; last: number }
  | { kind: 'broken' }
  /** Somebody has just come and asks where the events stand. */
  | { kind: 'hello' }
  | { kind: 'last'; last: number };

/** The tabs of one browser that show the same run from the same seat. */
export interface TabGroup {
  /**
   * Runs `lead` in at most one tab at a time: now, or when the tab that leads is gone. `lead` answers how to stop
   * leading. `steal` takes the lead from a tab that no longer answers. Answers how to give up waiting or leading.
   */
  lead: (lead: () => () => void, steal: boolean) => () => void;
  send: (message: TabMessage) => void;
  listen: (listener: (message: TabMessage) => void) => () => void;
}

/** The tab that leads hears the server's clock every ten seconds and passes it on; after this it is not there. */
const SILENCE_MS = 20_000;

/**
 * One stream for all tabs of a browser: one of them listens to the server and passes on what it hears. When it goes
 * away, another goes on after the last event that it has itself.
 */
export function sharedStream(open: LineSource['stream'], tabs: TabGroup | null): LineSource['stream'] {
  if (!tabs) return open;
  // Whether the tab that led was silent when this one gave up on it.
  let deaf = false;
  return (after, listener) => {
    const turn = new Turn(open, tabs, after, listener);
    turn.begin(deaf);
    return () => {
      deaf = turn.isDeaf;
      turn.close();
    };
  };
}

/** From the opening of a stream to its close: first a follower, then perhaps the one that leads. */
class Turn {
  private leads = false;
  private closed = false;
  private lastHeard = performance.now();
  private readonly stop: (() => void)[] = [];

  constructor(
    private readonly open: LineSource['stream'],
    private readonly tabs: TabGroup,
    private last: number,
    private readonly listener: StreamListener,
  ) {}

  begin(steal: boolean): void {
    this.stop.push(this.tabs.listen((message) => this.hear(message)));
    this.stop.push(this.tabs.lead(() => this.takeLead(), steal));
    if (!this.leads) this.tabs.send({ kind: 'hello' });
  }

  get isDeaf(): boolean {
    return !this.leads && performance.now() - this.lastHeard > SILENCE_MS;
  }

  close(): void {
    this.closed = true;
    for (const stop of this.stop.splice(0)) stop();
  }

  private takeLead(): () => void {
    if (this.closed) return () => undefined;
    this.leads = true;
    const { tabs, listener } = this;
    const close = this.open(this.last, {
      event: (event) => {
        tabs.send({ kind: 'event', after: this.last, event });
        this.last = event.id;
        listener.event(event);
      },
      clock: (clock) => {
        tabs.send({ kind: 'clock', last: this.last, clock });
        listener.clock(clock);
      },
      end: () => {
        tabs.send({ kind: 'end', last: this.last });
        listener.end();
      },
      // The others come back as this one does: the server may have closed it because the part in the run is another.
      broken: () => {
        tabs.send({ kind: 'broken' });
        listener.broken();
      },
      behind: listener.behind,
    });
    return () => {
      this.leads = false;
      close();
      // Another tab took the lead away; what it tells is heard again after a new beginning.
      if (!this.closed) listener.broken();
    };
  }

  private hear(message: TabMessage): void {
    if (this.leads) {
      if (message.kind === 'hello') this.tabs.send({ kind: 'last', last: this.last });
      return;
    }
    if (message.kind === 'hello') return;
    this.lastHeard = performance.now();
    switch (message.kind) {
      case 'event':
        if (message.event.id <= this.last) return;
        if (message.after > this.last) return this.listener.behind();
        this.last = message.event.id;
        return this.listener.event(message.event);
      case 'clock':
        return message.last > this.last ? this.listener.behind() : this.listener.clock(message.clock);
      case 'last':
        return message.last > this.last ? this.listener.behind() : undefined;
      case 'end':
        return message.last > this.last ? this.listener.behind() : this.listener.end();
      case 'broken':
        return this.listener.broken();
    }
  }
}
