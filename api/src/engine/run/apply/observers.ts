import type { ErrorCode, ObserverAction } from '@readyroom/contract';
import { emit, type Run } from '../context.js';
import { isSeat } from './deed.js';

/** Ratings and notes are for staff and change nothing in the run. */
export function writeDown(run: Run, action: ObserverAction): ErrorCode | null {
  const { objective } = action;
  if (objective !== null && !run.lookup.objectives.has(objective)) return 'drill.unknown_target';
  if (action.kind === 'note') {
    emit(run, 'staff', { kind: 'noted', text: action.text, objective, ...earlier(run, action) });
    return null;
  }
  const { seat, rating, note } = action;
  if (seat !== null && !isSeat(run, seat)) return 'drill.unknown_target';
  emit(run, 'staff', {
    kind: 'rated',
    objective: action.objective,
    seat,
    rating,
    note,
    ...earlier(run, action),
  });
  return null;
}

/** What was put down without a line arrives later; what claims to come from later on is of now. */
const earlier = ({ at }: Run, { moment }: ObserverAction): { moment?: number } =>
  moment !== undefined && moment < at ? { moment } : {};
