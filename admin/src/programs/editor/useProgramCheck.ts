import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDataProvider } from 'react-admin';
import type { ProgramCheck, ProgramDocument } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { useDebounced } from '../../shared/useDebounced.js';
import { ownFaults, type Fault } from './draft.js';

export interface Check {
  faults: readonly Fault[];
  /** What the API says of this very draft; undefined until it has said it. */
  answer: ProgramCheck | undefined;
  isChecking: boolean;
  error: unknown;
}

/** What is wrong with the draft: first what nobody could read, then what the API finds, asked again when it changes. */
export function useProgramCheck(
  document: ProgramDocument,
  slug: string | null,
  programId: string | null,
): Check {
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const own = useMemo(() => ownFaults(document, slug), [document, slug]);
  const wanted = JSON.stringify({ document, programId });
  const asked = useDebounced(wanted, 300);
  const isReadable = own.every(({ path }) => path === 'slug');
  const { data, isFetching, isPlaceholderData, error } = useQuery({
    queryKey: ['program-check', asked],
    enabled: isReadable && asked === wanted,
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      dataProvider.checkProgram(JSON.parse(asked) as Parameters<typeof dataProvider.checkProgram>[0], signal),
  });
  const isCurrent = isReadable && asked === wanted && !isPlaceholderData;
  return {
    faults: isCurrent && data ? [...own, ...data.faults] : own,
    answer: isCurrent ? data : undefined,
    isChecking: isReadable && (isFetching || asked !== wanted),
    error: isReadable ? error : null,
  };
}
