import type { ControlAction, ErrorCode } from '@readyroom/contract';
import { advance } from '../advance.js';
import { emit, type Run } from '../context.js';
import { finish } from '../tick.js';

type Turn = Extract<
  ControlAction,
  { kind: 'start' | 'pause' | 'resume' | 'set_rate' | 'jump' | 'end' | 'stop' }
>;

/** The clock of the exercise. Scenario time itself is kept by whoever writes the log; a jump plays what it skips. */
export function turnClock(run: Run, action: Turn): ErrorCode | null {
  const { state } = run;
  switch (action.kind) {
    case 'start':
      if (state.stage !== 'lobby') return 'drill.already_done';
      return set(run, 'running', null);
    case 'pause':
      if (state.stage !== 'running') return pauseRefusal(run);
      return set(run, 'paused', action.reason ?? null);
    case 'resume':
      if (state.stage !== 'paused') return pauseRefusal(run);
      return set(run, 'running', null);
    case 'set_rate':
      emit(run, 'all', { kind: 'pace', rate: action.rate });
      return null;
    case 'jump':
      if (state.stage === 'lobby') return 'drill.not_running';
      if (action.toMinute * 60 <= run.at) return 'drill.not_forward';
      advance(run, Math.min(action.toMinute, state.endMinute) * 60);
      return null;
    case 'end':
      finish(run, 'ended', null);
      return null;
    case 'stop':
      finish(run, 'stopped', action.reason);
      return null;
  }
}

const pauseRefusal = ({ state }: Run): ErrorCode =>
  state.stage === 'lobby' ? 'drill.not_running' : 'drill.already_done';

function set(run: Run, status: 'running' | 'paused', reason: string | null): null {
  run.state.stage = status;
  emit(run, 'all', { kind: 'status', status, reason });
  return null;
}
