import type { ErrorCode, SystemAction } from '@readyroom/contract';
import { isUnderWay } from '../advance.js';
import { emit, type Run } from '../context.js';
import { phasesByTime } from '../course/phases.js';
import { isSeat } from './deed.js';

/** How a run begins, and who is at a seat from now on. */
export function noteSystem(run: Run, action: SystemAction): ErrorCode | null {
  const { state } = run;
  if (action.kind === 'begin') {
    if (state.stage !== 'unbegun') return 'drill.already_done';
    return begin(run, action);
  }
  if (state.stage !== 'lobby' && !isUnderWay(state)) return 'drill.not_running';
  if (!isSeat(run, action.seat)) return 'drill.unknown_target';
  if (state.played[action.seat] === action.played) return 'drill.already_done';
  seat(run, action.seat, action.played);
  return null;
}

function begin(run: Run, { mode, played }: Extract<SystemAction, { kind: 'begin' }>): null {
  const { state, lookup } = run;
  const { solo, rate } = state.scenario;
  state.mode = mode;
  state.stage = 'lobby';
  if (mode === 'solo') state.endMinute = solo.durationMinutes;
  emit(run, 'all', { kind: 'status', status: 'lobby', reason: null });
  emit(run, 'all', { kind: 'pace', rate: mode === 'solo' ? solo.rate : rate });
  for (const key of lookup.seatKeys) seat(run, key, played.includes(key));
  phasesByTime(run);
  return null;
}

function seat(run: Run, key: string, played: boolean): void {
  run.state.played[key] = played;
  emit(run, 'all', { kind: 'seat', seat: key, played });
}
