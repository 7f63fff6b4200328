import type { ScenarioDocument } from '@readyroom/contract';
import { emit, type Run } from '../context.js';
import type { RunningClock } from '../state.js';
import { holds } from './conditions.js';
import { own } from '../own.js';

type ClockDocument = ScenarioDocument['clocks'][number];

/** Statutory clocks begin to run when their condition first holds. */
export function startClocks(run: Run): void {
  for (const clock of run.state.scenario.clocks) {
    if (own(run.state.clocks, clock.key) || !holds(run, clock.starts)) continue;
    const running: RunningClock = {
      dueAt: run.at + clock.minutes * 60,
      state: 'started',
      notified: false,
    };
    run.state.clocks[clock.key] = running;
    tell(run, clock, running);
  }
}

/** The last second of the period is still in time. */
export function missClocks(run: Run): void {
  for (const clock of run.state.scenario.clocks) {
    const running = own(run.state.clocks, clock.key);
    if (running?.state === 'started' && running.dueAt < run.at) {
      running.state = 'missed';
      tell(run, clock, running);
    }
  }
}

/** A notification that reaches the authority, in time or late, of a clock that runs and was not answered. */
export function fileNotification(run: Run, clock: ClockDocument, by: string, text: string): void {
  const running = own(run.state.clocks, clock.key)!;
  missClocks(run);
  running.notified = true;
  emit(run, [by, clock.seat], { kind: 'contacted', partner: clock.authority, clock: clock.key, by, text });
  if (running.state !== 'started') return;
  running.state = 'met';
  tell(run, clock, running, by);
}

const tell = (
  run: Run,
  { key, title, seat }: ClockDocument,
  { state, dueAt }: RunningClock,
  ...also: readonly string[]
): void => emit(run, [seat, ...also], { kind: 'clock', clock: key, title, seat, state, dueAt });
