import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ControlAction } from '../../../providers/contract.js';
import { Recall, type Recallable } from './Recall.js';

/** What can be taken back on this screen. Whoever leaves it has sent what they sent: it goes out then. */
export function useRecall(
  act: (action: ControlAction) => Promise<boolean>,
  delivered: ReadonlyMap<string, number>,
): { recall: Recall; recallable: Recallable | null } {
  const [recall] = useState(() => new Recall());
  useEffect(() => recall.use(act));
  useEffect(() => {
    window.addEventListener('pagehide', recall.atOnce);
    return () => {
      window.removeEventListener('pagehide', recall.atOnce);
      recall.atOnce();
    };
  }, [recall]);
  const recallable = useSyncExternalStore(recall.subscribe, recall.get);
  useEffect(() => {
    const action = recall.get()?.action;
    if (action && 'inject' in action && delivered.has(action.inject)) recall.cameByItself(action.inject);
  }, [recall, delivered]);
  return { recall, recallable };
}
