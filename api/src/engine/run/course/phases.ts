import { emit, minuteOf, type Run } from '../context.js';

/** Enters a phase unless the run is in it. */
export function enterPhase(run: Run, key: string): void {
  const { state, lookup } = run;
  const place = lookup.phases.get(key);
  if (place === undefined || state.phase === key) return;
  state.phase = key;
  emit(run, 'all', { kind: 'phase', phase: key, title: state.scenario.phases[place]!.title });
}

/** Phases come up by the clock, each once; whoever is further already is not led back. */
export function phasesByTime(run: Run): void {
  const { state, lookup } = run;
  const { phases } = state.scenario;
  while (state.phasesDue < phases.length && phases[state.phasesDue]!.at <= minuteOf(run)) {
    const place = state.phasesDue++;
    const present = state.phase === null ? -1 : lookup.phases.get(state.phase)!;
    if (place > present) enterPhase(run, phases[place]!.key);
  }
}
