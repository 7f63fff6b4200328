import { emptyDrillView, reduceDrill } from '@readyroom/contract';
import type { DrillClock, DrillEvent, DrillEventPage, DrillView } from '@readyroom/contract';
import { ApiError } from '../../../shared/api/errors.js';
import { createStore, type Store } from '../../../shared/store.js';
import { isOver, type HeardClock } from './scenario-time.js';

export type LineState = 'connecting' | 'open' | 'lost' | 'over';

export interface DrillState {
  readonly view: DrillView;
  /** All of them, in order; the view is worked out from nothing else. */
  readonly events: readonly DrillEvent[];
  readonly clock: HeardClock | null;
  readonly line: LineState;
  /** What came while nobody was listening. */
  readonly missed: readonly DrillEvent[];
  readonly error: ApiError | null;
}

export interface StreamListener {
  event: (event: DrillEvent) => void;
  clock: (clock: DrillClock) => void;
  /** The run is over and everything was sent. */
  end: () => void;
  broken: () => void;
  /** There is more than this device has, and nothing is wrong with the line. */
  behind: () => void;
}

/** Where a line gets its events from. */
export interface LineSource {
  /** Events after an id, at most a page of them, and the clock. */
  page: (after: number) => Promise<DrillEventPage>;
  /** Opens a stream of what comes after an id; answers how to close it. */
  stream: (after: number, listener: StreamListener) => () => void;
  /** Whether there is a line at all. */
  online: Store<boolean>;
  /** Calls whenever the page is looked at again; answers how to stop. */
  whenShown: (listener: () => void) => () => void;
}

/** The server tells the time every ten seconds; after this much silence the line is dead, whatever it says. */
const SILENCE_MS = 25_000;
const LOOK_EVERY_MS = 5_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
/** Events come one by one; the screen follows in steps. */
const STEP_MS = 80;

/** Brings a run to this device: first what it has not seen, then what happens, again and again until it is over. */
export class DrillLine {
  readonly state = createStore<DrillState>({
    view: emptyDrillView,
    events: [],
    clock: null,
    line: 'connecting',
    missed: [],
    error: null,
  });
  private closeStream: (() => void) | null = null;
  private heard: DrillEvent[] = [];
  private step: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;
  private waitMs = FIRST_WAIT_MS;
  private lastHeard = 0;
  private connecting = false;
  private stopped = false;
  private knowsSomething: boolean;
  private stopWatching: (() => void)[] = [];

  constructor(
    private readonly source: LineSource,
    kept: { events: readonly DrillEvent[]; clock: DrillClock | null },
  ) {
    this.knowsSomething = kept.events.length > 0;
    this.put(kept.events);
    if (kept.clock) this.setClock(kept.clock);
  }

  start(): void {
    this.stopWatching = [
      this.source.online.subscribe((reachable) => (reachable ? void this.connect() : this.lose())),
      this.source.whenShown(this.look),
    ];
    this.watch = setInterval(this.look, LOOK_EVERY_MS);
    void this.connect();
  }

  stop(): void {
    this.stopped = true;
    for (const stop of this.stopWatching) stop();
    clearInterval(this.watch);
    clearTimeout(this.retry);
    this.close();
    clearTimeout(this.step);
  }

  readonly dismissMissed = (): void => this.change({ missed: [] });

  private async connect(behind = false): Promise<void> {
    if (this.stopped || this.connecting || this.closeStream || this.state.get().line === 'over') return;
    this.connecting = true;
    clearTimeout(this.retry);
    try {
      await this.catchUp(behind);
    } catch (error) {
      this.failed(error as Error);
      return;
    } finally {
      this.connecting = false;
    }
    this.waitMs = FIRST_WAIT_MS;
    if (this.stopped) return;
    if (isOver(this.state.get().clock!)) this.change({ line: 'over' });
    else this.listen();
  }

  /** Asks for everything after the last event that is known. What came while somebody was here is not missed. */
  private async catchUp(behind: boolean): Promise<void> {
    const before = this.lastId;
    for (;;) {
      const page = await this.source.page(this.lastId);
      this.put(page.events);
      this.setClock(page.clock);
      if (page.events.length === 0) break;
    }
    const missed =
      this.knowsSomething && !behind ? this.state.get().events.filter(({ id }) => id > before) : [];
    this.knowsSomething = true;
    this.change({ missed: [...this.state.get().missed, ...missed], error: null });
  }

  private failed(error: Error): void {
    if (this.stopped) return;
    if (error instanceof ApiError && !error.passing) {
      this.change({ line: 'lost', error });
      return;
    }
    this.change({ line: 'lost' });
    // Without a line `online` says when to try again.
    if (this.source.online.get()) this.again();
  }

  private again(): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.connect(), this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  private listen(): void {
    const heard = () => (this.lastHeard = performance.now());
    heard();
    this.change({ line: 'open' });
    this.closeStream = this.source.stream(this.lastId, {
      event: (event) => {
        heard();
        this.heard.push(event);
        this.step ??= setTimeout(this.takeStep, STEP_MS);
      },
      clock: (clock) => {
        heard();
        this.setClock(clock);
      },
      end: () => {
        this.close();
        void this.connect();
      },
      broken: () => this.broken(),
      behind: () => {
        this.close();
        void this.connect(true);
      },
    });
  }

  private readonly takeStep = (): void => {
    clearTimeout(this.step);
    this.step = undefined;
    const events = this.heard;
    this.heard = [];
    this.put(events);
  };

  private readonly look = (): void => {
    if (this.closeStream && performance.now() - this.lastHeard > SILENCE_MS) this.broken();
    const { line, error } = this.state.get();
    if (line === 'lost' && error === null && this.source.online.get()) void this.connect();
  };

  private broken(): void {
    this.close();
    if (this.stopped) return;
    this.change({ line: 'connecting' });
    this.again();
  }

  private lose(): void {
    this.close();
    if (this.state.get().line !== 'over') this.change({ line: 'lost' });
  }

  private close(): void {
    this.takeStep();
    this.closeStream?.();
    this.closeStream = null;
  }

  private get lastId(): number {
    return this.state.get().view.lastId;
  }

  private put(events: readonly DrillEvent[]): void {
    const fresh: DrillEvent[] = [];
    for (const event of events) if (event.id > (fresh.at(-1)?.id ?? this.lastId)) fresh.push(event);
    if (fresh.length === 0) return;
    const now = this.state.get();
    this.change({ view: reduceDrill(now.view, fresh), events: [...now.events, ...fresh] });
  }

  private setClock(clock: DrillClock): void {
    this.change({ clock: { ...clock, heardAt: performance.now() } });
  }

  private change(change: Partial<DrillState>): void {
    this.state.update((now) => ({ ...now, ...change }));
  }
}
