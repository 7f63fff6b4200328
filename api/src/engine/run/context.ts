import type { DrillEvent, DrillEventBody, EventAudience } from '@readyroom/contract';
import { lookupOf, type Lookup } from './lookup.js';
import type { RunState } from './state.js';

/** An event together with whom it is for. */
export interface EmittedEvent extends DrillEvent {
  readonly audience: EventAudience;
}

/** A run while something happens in it. */
export interface Run {
  readonly state: RunState;
  readonly lookup: Lookup;
  readonly events: EmittedEvent[];
  /** Scenario time of what happens, in seconds. */
  at: number;
}

export const openRun = (state: RunState): Run => ({
  state,
  lookup: lookupOf(state.scenario),
  events: [],
  at: state.at,
});

/** Adds an event. A list of seats names each of them once, in the order of the cast. */
export function emit(run: Run, audience: EventAudience | readonly string[], body: DrillEventBody): void {
  run.events.push({ id: ++run.state.lastEventId, at: run.at, audience: audienceOf(run, audience), body });
}

function audienceOf({ lookup }: Run, audience: EventAudience | readonly string[]): EventAudience {
  if (typeof audience === 'string') return audience;
  const wanted = new Set(audience);
  return lookup.seatKeys.filter((seat) => wanted.has(seat));
}

export const isPlayed = ({ state }: Run, seat: string): boolean => state.played[seat] === true;

/** Whole minutes since the start. */
export const minuteOf = ({ at }: Run): number => Math.floor(at / 60);
