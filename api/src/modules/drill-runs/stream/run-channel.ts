import type { Clock } from '../../../platform/clock/clock.js';
import { toClock } from '../drill-run.mapper.js';
import { isOver, type RunClock } from '../host/drill-clock.js';
import { clockFrame, endFrame, frameOf, sees, type Frame, type Viewpoint } from './frames.js';
import type { RunEvents } from './run-events.js';
import type { Viewer } from './viewer.js';

/** Frames kept in memory, so that hundreds of phones that come back at once are served without the database. */
const KEPT = 2_000;
const PAGE = 500;
const CHUNK = 50;

/** One run as it is shown by this process: reads each event once and writes it once for all who may see it. */
export class RunChannel {
  /** All of them, also those who are still catching up. */
  readonly viewers = new Set<Viewer>();
  private frames: Frame[] = [];
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
    viewer.position = Math.min(viewer.position, this.lastId);
    viewer.send(clockFrame(toClock(this.clock!, this.time.now())));
    while (!viewer.closed && viewer.position < this.lastId) await this.catchUp(viewer);
    if (viewer.closed) return;
    viewer.following = true;
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
    if (this.lastId === 0 && this.clock === null) this.lastId = Math.max(0, lastEventId - KEPT);
    while (this.lastId < lastEventId) {
      const rows = await this.events.after(this.runId, this.lastId, PAGE);
      if (rows.length === 0) break;
      this.show(rows.map(frameOf));
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
    this.toAll((viewpoint) => textFor(viewpoint, frames));
    for (const viewer of this.following()) viewer.position = this.lastId;
  }

  private async catchUp(viewer: Viewer): Promise<void> {
    const first = this.frames[0];
    const next =
      first && first.id <= viewer.position + 1
        ? this.frames.slice(viewer.position + 1 - first.id, viewer.position + 1 - first.id + CHUNK)
        : (await this.events.after(this.runId, viewer.position, CHUNK)).map(frameOf);
    viewer.position = next.at(-1)?.id ?? this.lastId;
    await viewer.sendSlowly(textFor(viewer.who.viewpoint, next));
  }

  private close(): void {
    for (const viewer of this.following()) viewer.end(endFrame(this.clock!.status));
  }
}

const textFor = (viewpoint: Viewpoint, frames: readonly Frame[]): string =>
  frames
    .filter(({ audience }) => sees(viewpoint, audience))
    .map(({ text }) => text)
    .join('');

const turnedSince = (before: RunClock, now: RunClock): boolean =>
  before.status !== now.status ||
  before.rate !== now.rate ||
  before.baseAt !== now.baseAt ||
  before.baseWall.getTime() !== now.baseWall.getTime();
