import type { ServerResponse } from 'node:http';
import type { Place } from './numbering.js';
import type { Viewpoint } from './viewpoint.js';

/** Bytes that may wait for a slow line; whoever is further behind is dropped and comes back with what they have. */
const WAITING_MAX = 1024 * 1024;
const LEAVE_WITHIN_MS = 5_000;

/** One open stream. */
export class Viewer {
  /** Up to which event was looked at for this viewer, and how many of them were shown. */
  place: Place;
  closed = false;
  /** Has everything so far and gets what happens as it happens. */
  following = false;
  private ending?: NodeJS.Timeout;

  constructor(
    private readonly line: ServerResponse,
    readonly who: {
      runId: string;
      sessionId: string;
      personId: string;
      participantId: string | null;
      viewpoint: Viewpoint;
    },
    seen: number,
    whenClosed: (viewer: Viewer) => void,
  ) {
    this.place = { id: 0, seen };
    line.on('close', () => {
      this.closed = true;
      clearTimeout(this.ending);
      whenClosed(this);
    });
    line.on('error', () => line.destroy());
  }

  send(text: string | Buffer): void {
    if (this.closed) return;
    this.line.write(text);
    if (this.line.writableLength > WAITING_MAX) this.drop();
  }

  /** Writes and waits until the line has taken most of it. */
  async sendSlowly(text: string): Promise<void> {
    if (this.closed || this.line.write(text)) return;
    await new Promise<void>((done) => {
      const ready = () => {
        this.line.off('drain', ready).off('close', ready);
        done();
      };
      this.line.on('drain', ready).on('close', ready);
    });
  }

  /** Ends the stream properly. */
  end(last = ''): void {
    if (this.closed) return;
    this.closed = true;
    this.line.end(last);
    // Somebody who reads nothing would otherwise hold the line, and what waits in it, for as long as they like.
    this.ending = setTimeout(() => this.line.destroy(), LEAVE_WITHIN_MS).unref();
  }

  drop(): void {
    this.closed = true;
    this.line.destroy();
  }
}
