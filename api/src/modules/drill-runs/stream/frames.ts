import type { DrillClock } from '@readyroom/contract';
import type { Veil } from '../veil/veil.js';
import { veiledBody } from '../veil/veiled-body.js';
import { isVeiled, sees, type StoredEvent, type Viewpoint } from './viewpoint.js';

/** An event written once for everybody who may see it, but for its number, which each viewpoint counts for itself. */
export class Frame {
  readonly id: number;
  private open?: string;
  private veiled?: string;

  constructor(
    private readonly event: StoredEvent,
    private readonly veil: Veil,
  ) {
    this.id = event.id;
  }

  seenBy(viewpoint: Viewpoint): boolean {
    return sees(viewpoint, this.event);
  }

  text(viewpoint: Viewpoint, number: number): string {
    return `id: ${number}\ndata: {"id":${number},"at":${this.event.at},"body":${this.body(viewpoint)}}\n\n`;
  }

  private body(viewpoint: Viewpoint): string {
    if (isVeiled(viewpoint)) return (this.veiled ??= JSON.stringify(veiledBody(this.veil, this.event.body)));
    return (this.open ??= JSON.stringify(this.event.body));
  }
}

/** Those of the frames that a viewpoint sees, numbered on from how many it has seen so far. */
export function written(
  viewpoint: Viewpoint,
  frames: readonly Frame[],
  seen: number,
): { text: string; seen: number } {
  let text = '';
  let number = seen;
  for (const frame of frames) if (frame.seenBy(viewpoint)) text += frame.text(viewpoint, ++number);
  return { text, seen: number };
}

/** Without an id: a clock is not part of what happened, and resuming never asks for an old one. */
export const clockFrame = (clock: DrillClock): string => `event: clock\ndata: ${JSON.stringify(clock)}\n\n`;
export const endFrame = (status: string): string => `event: end\ndata: ${JSON.stringify({ status })}\n\n`;
/** Browsers try again after this time. */
export const OPENING = 'retry: 1000\n\n';
export const HEARTBEAT = ': still here\n\n';
