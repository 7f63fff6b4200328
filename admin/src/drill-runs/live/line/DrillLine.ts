import { emptyDrillView, reduceDrill } from '@readyroom/contract';
import type { DrillClock, DrillEvent, DrillEventPage, DrillView } from '../../../providers/contract.js';
import { ApiError } from '../../../providers/http.js';
import { withDeeds, type Deeds } from './deeds.js';
import { isOver, type HeardClock } from './scenarioTime.js';

export interface LineState {
  readonly view: DrillView;
  readonly deeds: Deeds;
  /** Scenario minutes a minute at the beginning, as the scenario has it. */
  readonly planRate: number | null;
  readonly clock: HeardClock | null;
  readonly line: 'connecting' | 'open' | 'lost' | 'over';
  /** A refusal that trying again does not change. */
  readonly error: ApiError | null;
}

export interface StreamListener {
  event: (event: DrillEvent) => void;
  clock: (clock: DrillClock) => void;
  /** The run is over, or this person has another part in it now. */
  end: () => void;
  broken: () => void;
}

/** Where a line gets its events from. */
export interface LineSource {
  page: (after: number) => Promise<DrillEventPage>;
  /** Opens a stream of what comes after an id; answers how to close it. */
  stream: (after: number, listener: StreamListener) => () => void;
}

/** The server tells the time every ten seconds; after this much silence the line is dead, whatever it says. */
const SILENCE_MS = 25_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
/** Events come one by one; the screen follows in steps. */
const STEP_MS = 80;
/** Of these a person learns by waiting, not by being told. */
const passing = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status === 0 || error.status === 429 || error.status >= 500;

/** Brings a run to this screen: first what there is, then what happens, again after every break until it is over. */
export class DrillLine {
  private state: LineState = {
    view: emptyDrillView,
    deeds: new Map(),
    planRate: null,
    clock: null,
    line: 'connecting',
    error: null,
  };
  private readonly listeners = new Set<() => void>();
  private heard: DrillEvent[] = [];
  private step: ReturnType<typeof setTimeout> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private closeStream: (() => void) | null = null;
  private waitMs = FIRST_WAIT_MS;
  /** Counts starts, so that an answer that comes after a stop changes nothing. */
  private round = 0;

  constructor(private readonly source: LineSource) {}

  readonly get = (): LineState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(): void {
    void this.connect(++this.round);
  }

  stop(): void {
    this.round += 1;
    clearTimeout(this.timer);
    this.close();
  }

  private async connect(round: number): Promise<void> {
    try {
      for (;;) {
        const { events, clock } = await this.source.page(this.state.view.lastId);
        if (round !== this.round) return;
        this.put(events);
        this.tell(clock);
        if (events.length === 0) break;
      }
    } catch (error) {
      if (round === this.round) this.failed(error, round);
      return;
    }
    this.waitMs = FIRST_WAIT_MS;
    if (isOver(this.state.clock!)) this.change({ line: 'over', error: null });
    else this.listen(round);
  }

  private failed(error: unknown, round: number): void {
    this.change({ line: 'lost', error: passing(error) ? null : (error as ApiError) });
    if (passing(error)) this.again(round);
  }

  private again(round: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(round), this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  private listen(round: number): void {
    const broken = () => {
      this.close();
      this.change({ line: 'connecting' });
      this.again(round);
    };
    const alive = () => {
      clearTimeout(this.silence);
      this.silence = setTimeout(broken, SILENCE_MS);
    };
    alive();
    this.change({ line: 'open', error: null });
    this.closeStream = this.source.stream(this.state.view.lastId, {
      event: (event) => {
        alive();
        this.heard.push(event);
        this.step ??= setTimeout(this.takeStep, STEP_MS);
      },
      clock: (clock) => {
        alive();
        this.takeStep();
        this.tell(clock);
      },
      end: () => {
        this.close();
        void this.connect(round);
      },
      broken,
    });
  }

  private close(): void {
    this.takeStep();
    clearTimeout(this.silence);
    this.closeStream?.();
    this.closeStream = null;
  }

  private readonly takeStep = (): void => {
    clearTimeout(this.step);
    this.step = undefined;
    const events = this.heard;
    this.heard = [];
    this.put(events);
  };

  private put(events: readonly DrillEvent[]): void {
    const fresh = events.filter(({ id }) => id > this.state.view.lastId);
    if (fresh.length === 0) return;
    const { view, deeds, planRate } = this.state;
    const pace = fresh.find(({ body }) => body.kind === 'pace')?.body;
    this.change({
      view: reduceDrill(view, fresh),
      deeds: withDeeds(deeds, fresh),
      planRate: planRate ?? (pace?.kind === 'pace' ? pace.rate : null),
    });
  }

  private tell(clock: DrillClock): void {
    this.change({ clock: { ...clock, heardAt: performance.now() } });
  }

  private change(change: Partial<LineState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
