import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'react-admin';
import type { CertificationList } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';

const keyOf = (personId: string) => ['certifications', personId];

export function useCertifications(personId: string) {
  const api = useDataProvider<ReadyroomDataProvider>();
  return useQuery({
    queryKey: keyOf(personId),
    queryFn: ({ signal }) => api.getCertificationsOf(personId, signal),
  });
}

/** Does something about a person's certifications; every number that follows from them is read anew. */
export function useException(
  personId: string,
  act: (api: ReadyroomDataProvider, reason: string) => Promise<CertificationList>,
  { done, onDone }: { done: string; onDone: () => void },
) {
  const api = useDataProvider<ReadyroomDataProvider>();
  const client = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: (reason: string) => act(api, reason),
    onSuccess: async (list) => {
      client.setQueryData(keyOf(personId), list);
      onDone();
      notify(done, { type: 'success' });
      await Promise.all(
        ['certification-board', 'certification-people', 'why', 'programs', 'decisions'].map((first) =>
          client.invalidateQueries({ queryKey: [first] }),
        ),
      );
    },
  });
}
