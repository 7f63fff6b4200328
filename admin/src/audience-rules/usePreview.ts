import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { AudienceRulePreview } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useDebounced } from '../shared/useDebounced.js';
import { audienceOf, hasAudience, type Draft } from './draft.js';
import { useCourses } from './useCourses.js';

export interface Preview {
  data: AudienceRulePreview | undefined;
  isFetching: boolean;
  error: unknown;
  refetch: () => unknown;
}

/** Who the draft reaches, asked again when it changes. Before courses are chosen, the first published one stands in. */
export function usePreview(draft: Draft): Preview {
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { courses } = useCourses();
  const standIn = courses.find((course) => course.publishedVersion)?.id;
  const courseIds = draft.courseIds.length ? draft.courseIds : standIn ? [standIn] : [];
  const wanted = JSON.stringify({ audience: audienceOf(draft), courseIds, dueOn: null });
  const key = useDebounced(wanted, 250);
  const isKnown = hasAudience(draft) && courseIds.length > 0;
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
