import { useCallback } from 'react';
import { useAddressQuery } from './useAddressQuery.js';

const PARAMETER = 'person';

/** The quick profile opens over any screen; its address keeps `?person=<id>`, so it can be shared and closed with Back. */
export function usePersonDrawer() {
  const [search, setSearch] = useAddressQuery();
  const open = useCallback(
    (id: string | null) =>
      setSearch((before) => {
        const after = new URLSearchParams(before);
        if (id) after.set(PARAMETER, id);
        else after.delete(PARAMETER);
        return after;
      }),
    [setSearch],
  );
  return { personId: search.get(PARAMETER), open, close: () => open(null) };
}
