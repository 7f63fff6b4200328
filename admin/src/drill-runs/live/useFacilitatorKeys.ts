import { useNotify } from 'react-admin';
import { useHeldKey, useShortcut } from '../../shared/useShortcut.js';
import { useRoom } from './DrillRoom.js';
import { eventRows, nextOf } from './events/eventRows.js';
import { useWords } from './useWords.js';

/** The keys of a facilitator, whichever pane is in view: Space, P, H, N, Q, Z. */
export function useFacilitatorKeys(): void {
  const { stage, state, clock, act, fire, ask, can, recall, recallable } = useRoom();
  const { T } = useWords(stage);
  const notify = useNotify();
  const next = nextOf(eventRows(stage.msel ?? [], state.view))?.inject;
  const isForAll = next?.to === 'feed';
  const mayFire = can('fire') && next !== undefined;
  useShortcut(' ', () => next && fire(next), mayFire && !isForAll);
  useHeldKey(' ', {
    whenHeld: () => next && fire(next),
    whenShort: () => notify(T('hold_space')),
    enabled: mayFire && isForAll,
  });
  useShortcut('h', () => next && void act({ kind: 'hold', inject: next.key }), can('hold') && !!next);
  useShortcut('p', () => void act({ kind: clock.status === 'paused' ? 'resume' : 'pause' }), can('pause'));
  useShortcut('n', () => ask('note'), can('note'));
  useShortcut('q', () => ask('quick'), can('quick_inject'));
  useShortcut('z', recall.undo, recallable !== null);
}
