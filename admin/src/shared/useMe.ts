import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Me } from '../providers/contract.js';
import { currentMe, forgetMe } from '../providers/authProvider.js';
import { mayDo } from '../providers/permissions.js';

/** Who is signed in, with `can(resource, action)` over `allowedOperations`. */
export function useMe() {
  const client = useQueryClient();
  const {
    data: me,
    error,
    isPending,
  } = useQuery<Me>({ queryKey: ['me'], queryFn: currentMe, staleTime: 30_000 });
  const reload = useCallback(async () => {
    forgetMe();
    await client.invalidateQueries({ queryKey: ['me'] });
  }, [client]);
  const can = useCallback((resource: string, action: string) => !!me && mayDo(me, resource, action), [me]);
  return { me, error, isPending, reload, can };
}
