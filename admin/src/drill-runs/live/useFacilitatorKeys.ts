import { useShortcut } from '../../shared/useShortcut.js';
import { useRoom } from './DrillRoom.js';
import { eventRows, nextOf } from './events/eventRows.js';

/** The keys of a facilitator, whichever pane is in view: Space, P, H, N, Q. */
export function useFacilitatorKeys(): void {
  const { stage, state, clock, act, fire, ask, can } = useRoom();
  const next = nextOf(eventRows(stage.msel ?? [], state.view))?.inject.key;
  useShortcut(' ', () => next && fire(next), can('fire') && next !== undefined);
  useShortcut('h', () => next && void act({ kind: 'hold', inject: next }), can('hold') && next !== undefined);
  useShortcut('p', () => void act({ kind: clock.status === 'paused' ? 'resume' : 'pause' }), can('pause'));
  useShortcut('n', () => ask('note'), can('note'));
  useShortcut('q', () => ask('quick'), can('quick_inject'));
}
