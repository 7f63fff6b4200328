import type { Run } from './context.js';

/** Plays one minute of the scenario. */
export function tick(run: Run): void {
  run.at = run.state.minute * 60;
  run.state.minute++;
}
