import { useLayoutEffect, useState } from 'preact/hooks';
import type { Store } from './store.js';

export function useStore<T>(store: Store<T>): T {
  const [, redraw] = useState({});
  // Reads afresh on every draw; the subscription only says when. A change before it was in place is seen at once.
  const drawn = store.get();
  useLayoutEffect(() => {
    if (!Object.is(store.get(), drawn)) redraw({});
    return store.subscribe(() => redraw({}));
  }, [store, drawn]);
  return drawn;
}
