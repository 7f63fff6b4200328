import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import type { Query } from '../providers/http.js';

interface Figure<T> {
  name: string;
  query: Query;
  read: (api: ReadyroomDataProvider, query: Query, signal: AbortSignal) => Promise<T>;
  enabled?: boolean;
}

/** One figure of the screen; while other filters load, the former ones stay in view. */
export function useFigure<T>({ name, query, read, enabled = true }: Figure<T>) {
  const api = useDataProvider<ReadyroomDataProvider>();
  const { data, error } = useQuery<T>({
    queryKey: ['analytics', name, query],
    queryFn: ({ signal }) => read(api, query, signal),
    placeholderData: keepPreviousData as never,
    enabled,
  });
  return { data, error };
}
