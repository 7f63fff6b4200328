import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { RuleChange, RuleDifference } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { useDebounced } from '../../shared/useDebounced.js';

export interface Difference {
  /** Of the change as it stands; undefined while it is asked for. */
  data: RuleDifference | undefined;
  /** The former answer, to keep the place until the new one is there. */
  shown: RuleDifference | undefined;
  isFetching: boolean;
  error: unknown;
  refetch: () => unknown;
}

/** What a change of a rule would do, asked anew when it changes; null = there is nothing to ask yet. */
export function useDifference(change: RuleChange | null): Difference {
  const api = useDataProvider<ReadyroomDataProvider>();
  const wanted = change && JSON.stringify(change);
  const key = useDebounced(wanted, 250);
  const isCurrent = key !== null && key === wanted;
  const { data, isFetching, isPlaceholderData, error, refetch } = useQuery({
    queryKey: ['rule-difference', key],
    enabled: isCurrent,
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.previewRuleDifference(JSON.parse(key!) as RuleChange, signal),
  });
  return {
    data: isCurrent && !isPlaceholderData && !isFetching ? data : undefined,
    shown: wanted === null ? undefined : data,
    isFetching: wanted !== null && (isFetching || !isCurrent),
    error: isCurrent ? error : null,
    refetch,
  };
}
