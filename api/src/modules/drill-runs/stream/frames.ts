import type { DrillClock, DrillEvent, EventAudience } from '@readyroom/contract';

export interface StoredEvent extends DrillEvent {
  readonly audience: EventAudience;
}

/** An event written once for everybody who may see it. */
export interface Frame {
  readonly id: number;
  readonly audience: EventAudience;
  readonly text: string;
}

/** Who sees the same: `null` is staff, who see everything; else the key of a seat. */
export type Viewpoint = string | null;

export const sees = (viewpoint: Viewpoint, audience: EventAudience): boolean =>
  viewpoint === null || audience === 'all' || (Array.isArray(audience) && audience.includes(viewpoint));

export const frameOf = ({ audience, ...event }: StoredEvent): Frame => ({
  id: event.id,
  audience,
  text: `id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`,
});

/** Without an id: a clock is not part of what happened, and resuming never asks for an old one. */
export const clockFrame = (clock: DrillClock): string => `event: clock\ndata: ${JSON.stringify(clock)}\n\n`;
export const endFrame = (status: string): string => `event: end\ndata: ${JSON.stringify({ status })}\n\n`;
/** Browsers try again after this time. */
export const OPENING = 'retry: 1000\n\n';
export const HEARTBEAT = ': still here\n\n';
