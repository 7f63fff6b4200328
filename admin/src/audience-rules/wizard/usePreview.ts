import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { AudienceRulePreview } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { useDebounced } from '../../shared/useDebounced.js';
import { audienceOf, hasAudience, hasWhat, whatOf, type Draft } from './draft.js';
import { useCourses } from '../useCourses.js';

export interface Preview {
  data: AudienceRulePreview | undefined;
  isFetching: boolean;
  error: unknown;
  refetch: () => unknown;
}

/** Who the draft reaches, asked again when it changes. Before courses or a program are chosen, the first published one stands in. */
export function usePreview(draft: Draft): Preview {
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { courses } = useCourses();
  const standIn = courses.find((course) => course.publishedVersion)?.id;
  const what = hasWhat(draft) ? whatOf(draft) : standIn ? { courseIds: [standIn] } : null;
  const wanted = JSON.stringify({
    audience: audienceOf(draft),
    ...what,
    dueOn: null,
    dueAfter: draft.dueAfter && Number.isInteger(draft.dueAfter.days) ? draft.dueAfter : null,
  });
  const key = useDebounced(wanted, 250);
  const isKnown = hasAudience(draft) && what !== null;
  const { data, isFetching, error, refetch } = useQuery({
    queryKey: ['audience-preview', key],
    enabled: isKnown && key === wanted,
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      dataProvider.previewAudienceRule(
        JSON.parse(key) as Parameters<typeof dataProvider.previewAudienceRule>[0],
        signal,
      ),
  });
  return {
    data: isKnown ? data : undefined,
    isFetching: isFetching || (isKnown && key !== wanted),
    error,
    refetch,
  };
}
