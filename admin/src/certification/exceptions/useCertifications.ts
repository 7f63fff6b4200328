import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'react-admin';
import type { Certification, CertificationList } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { useText } from '../../shared/useLocale.js';

const keyOf = (personId: string) => ['certifications', personId];

export function useCertifications(personId: string) {
  const api = useDataProvider<ReadyroomDataProvider>();
  return useQuery({
    queryKey: keyOf(personId),
    queryFn: ({ signal }) => api.getCertificationsOf(personId, signal),
  });
}

/** Whom and what a dialog is about, as its title says it. */
export function useSubject(personId: string, { program }: Certification): { name: string; program: string } {
  const textIn = useText();
  const { data } = useCertifications(personId);
  return { name: data?.person.name ?? '', program: textIn(program.title) };
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
