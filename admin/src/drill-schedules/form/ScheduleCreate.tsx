import { Skeleton } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useGetList, useNotify, useRefresh } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router';
import type { Scenario } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { EmptyTeaches } from '../../shared/EmptyTeaches.js';
import { addDays } from '../../shared/format.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { SAVED } from '../../shared/UnsavedChanges.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';
import { bodyOf, emptyDraft } from '../draft.js';
import { useWords } from '../useWords.js';
import { ScheduleForm } from './ScheduleForm.js';

/** The draw of an unannounced drill follows from this, so the preview shows what will be. */
const drawSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;
const SUGGESTED_DAYS = 14;

export const ScheduleCreate = () => {
  const W = useWords();
  const textIn = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const notify = useNotify();
  const refresh = useRefresh();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [search] = useSearchParams();
  const [draft, setDraft] = useState(() =>
    emptyDraft({
      scenarioId: search.get('scenarioId') ?? '',
      startsAt: `${addDays(format.today(), SUGGESTED_DAYS)}T10:00`,
      timeZone: format.timeZone,
      seed: drawSeed(),
    }),
  );
  const { data, error, refetch } = useGetList<Scenario>('scenarios', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'slug', order: 'ASC' },
    filter: { published: true },
  });
  const scenario = data?.find(({ id }) => id === draft.scenarioId);
  const create = useMutation({
    mutationFn: () =>
      dataProvider.createDrillSchedule(bodyOf(draft, scenario!.seats, textIn(scenario!.title))),
    onSuccess: ({ id }) => {
      notify(W('created'), { type: 'success' });
      refresh();
      void navigate(`/drill-schedules/${id}/show`, { state: SAVED });
    },
  });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={420} />;
  if (data.length === 0) return <EmptyTeaches title={W('no_scenario.title')} text={W('no_scenario.text')} />;
  return (
    <>
      <Title title={W('create')} />
      <ScheduleForm
        draft={draft}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        scenarios={data}
        scenario={scenario}
        submit={{ label: W('submit'), work: create }}
        back="/drill-schedules"
      />
    </>
  );
};
