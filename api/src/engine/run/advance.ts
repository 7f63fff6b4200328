import { openRun, type EmittedEvent, type Run } from './context.js';
import type { RunState } from './state.js';
import { tick } from './tick.js';

/**
 * Plays all minutes up to a moment of scenario time and returns what they showed. Calling it more often changes
 * nothing: the same minutes are played once, in the same order.
 */
export function advanceTo(state: RunState, atSeconds: number): EmittedEvent[] {
  const run = openRun(state);
  advance(run, atSeconds);
  return run.events;
}

/** Pausing is the business of whoever keeps the time: it simply does not go on. */
export function advance(run: Run, atSeconds: number): void {
  const { state } = run;
  while (isUnderWay(state) && state.minute * 60 <= atSeconds) tick(run);
  if (isUnderWay(state) && atSeconds > state.at) state.at = Math.floor(atSeconds);
  run.at = state.at;
}

export const isUnderWay = ({ stage }: RunState): boolean => stage === 'running' || stage === 'paused';
