import type { Clock } from '../../../platform/clock/clock.js';
import { toClock } from '../drill-run.mapper.js';
import { isOver, type RunClock } from '../host/drill-clock.js';
import { clockFrame, endFrame, Frame, written } from './frames.js';
import type { RunEvents } from './run-events.js';
import type { StoredEvent, Viewpoint } from './viewpoint.js';
import type { Viewer } from './viewer.js';
import type { Veil } from '../veil/veil.js';

/** Frames kept in memory, so that hundreds of phones that come back at once are served without the database. */
const KEPT = 2_000;
const PAGE = 500;
const CHUNK = 50;

/** One run as it is shown by this process: reads each event once and writes it once for all who may see it. */
export class RunChannel {
  /** All of them, also those who are still catching up. */
  readonly viewers = new Set<Viewer>();
  private frames: Frame[] = [];
  /** How many events each viewpoint that somebody follows has seen up to the last one. */
  private readonly seen = new Map<Viewpoint, number>();
  private veil: Veil | null = null;
  private lastId = 0;
  private clock: RunClock | null = null;
  private reading: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly runId: string,
    private readonly events: RunEvents,
    private readonly time: Clock,
  ) {}

  /** Looks for what is new and shows it. */
  refresh(): Promise<void> {
    if (this.reading) this.again = true;
    this.reading ??= this.read();
    return this.reading;
  }

  /** Shows a viewer everything after what they have, then lets them follow. */
  async admit(viewer: Viewer): Promise<void> {
    if (!this.clock) await this.refresh();
    viewer.send(clockFrame(toClock(this.clock!, this.time.now())));
    viewer.place = await this.events.placeOf(
      this.runId,
      viewer.who.viewpoint,
      viewer.place.seen,
      this.lastId,
    );
    while (!viewer.closed && viewer.place.id < this.lastId) await this.catchUp(viewer);
    if (viewer.closed) return;
    viewer.following = true;
    this.seen.set(viewer.who.viewpoint, viewer.place.seen);
    if (isOver(this.clock!.status)) this.close();
  }

  tellTime(): void {
    if (this.clock) this.toAll(() => clockFrame(toClock(this.clock!, this.time.now())));
  }

  toAll(text: (viewpoint: Viewpoint) => string): void {
    const written = new Map<Viewpoint, Buffer>();
    for (const viewer of this.following()) {
      const { viewpoint } = viewer.who;
      let buffer = written.get(viewpoint);
      if (!buffer) {
        buffer = Buffer.from(text(viewpoint));
        written.set(viewpoint, buffer);
      }
      if (buffer.length > 0) viewer.send(buffer);
    }
  }

  private following(): Viewer[] {
    return [...this.viewers].filter((viewer) => viewer.following);
  }

  private async read(): Promise<void> {
    try {
      do {
        this.again = false;
        await this.readOnce();
      } while (this.again);
    } finally {
      // In the same turn as the look at `again`: a call that comes from now on starts anew.
      this.reading = null;
    }
  }

  private async readOnce(): Promise<void> {
    const { lastEventId, ...clock } = await this.events.head(this.runId);
    this.veil ??= await this.events.veil(this.runId);
    if (this.lastId === 0 && this.clock === null) this.lastId = Math.max(0, lastEventId - KEPT);
    while (this.lastId < lastEventId) {
      const rows = await this.events.after(this.runId, this.lastId, PAGE);
      if (rows.length === 0) break;
      this.show(this.framesOf(rows));
    }
    const turned = this.clock !== null && turnedSince(this.clock, clock);
    this.clock = clock;
    if (turned) this.tellTime();
    if (isOver(clock.status)) this.close();
  }

  private show(frames: Frame[]): void {
    this.lastId = frames.at(-1)!.id;
    this.frames.push(...frames);
    if (this.frames.length > KEPT) this.frames = this.frames.slice(-KEPT);
    const texts = new Map<Viewpoint, string>();
    for (const [viewpoint, before] of this.seen) {
      const { text, seen } = written(viewpoint, frames, before);
      texts.set(viewpoint, text);
      this.seen.set(viewpoint, seen);
      this.events.numbering.note(this.runId, viewpoint, { id: this.lastId, seen });
    }
    this.toAll((viewpoint) => texts.get(viewpoint)!);
    for (const viewer of this.following())
      viewer.place = { id: this.lastId, seen: this.seen.get(viewer.who.viewpoint)! };
  }

  private async catchUp(viewer: Viewer): Promise<void> {
    const { id } = viewer.place;
    const first = this.frames[0];
    const next =
      first && first.id <= id + 1
        ? this.frames.slice(id + 1 - first.id, id + 1 - first.id + CHUNK)
        : this.framesOf(await this.events.after(this.runId, id, CHUNK)).filter(
            // What is newer than what this process has shown comes with it.
            (frame) => frame.id <= this.lastId,
          );
    const { text, seen } = written(viewer.who.viewpoint, next, viewer.place.seen);
    viewer.place = { id: next.at(-1)?.id ?? this.lastId, seen };
    await viewer.sendSlowly(text);
  }

  private framesOf(rows: readonly StoredEvent[]): Frame[] {
    return rows.map((row) => new Frame(row, this.veil!));
  }

  private close(): void {
    for (const viewer of this.following()) viewer.end(endFrame(this.clock!.status));
  }
}

const turnedSince = (before: RunClock, now: RunClock): boolean =>
  before.status !== now.status ||
  before.rate !== now.rate ||
  before.baseAt !== now.baseAt ||
  before.baseWall.getTime() !== now.baseWall.getTime();
