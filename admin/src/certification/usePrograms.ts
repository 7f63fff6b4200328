import { useGetList } from 'react-admin';
import type { Program } from '../providers/contract.js';

const NONE: Program[] = [];

/** All programs that can be chosen from, in the order of their short names. */
export function usePrograms() {
  const { data = NONE, isPending } = useGetList<Program>('programs', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'slug', order: 'ASC' },
    filter: { archived: 'false' },
  });
  return { programs: data, isPending };
}
