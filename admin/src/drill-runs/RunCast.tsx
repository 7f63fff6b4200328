import { Alert, Box, Button, Skeleton } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useGetOne, useNotify, useRefresh, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router';
import type { DrillRunDetail, Scenario } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useDetail } from '../shared/useDetail.js';
import { SAVED } from '../shared/UnsavedChanges.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useText } from '../shared/useLocale.js';
import { CastEditor } from './cast/CastEditor.js';
import { castingsOf, draftOf } from './cast/draft.js';

/** The cast of a run, which can be changed until it is over. */
export const RunCast = () => {
  const translate = useTranslate();
  const textIn = useText();
  const { id = '' } = useParams();
  const run = useDetail<DrillRunDetail>('drill-runs', id);
  const scenario = useGetOne<Scenario>(
    'scenarios',
    { id: run.data?.scenario.id ?? '' },
    { enabled: !!run.data },
  );
  const error = run.error ?? scenario.error;
  if (error) return <LoadFailed error={error} onRetry={() => void run.refetch()} />;
  if (!run.data || !scenario.data) return <Skeleton variant="rounded" height={420} />;
  return (
    <Box sx={{ maxWidth: 980, pt: 1 }}>
      <Title
        title={translate('resources.drill-runs.cast.title', {
          title: run.data.title ?? textIn(run.data.scenario.title),
        })}
      />
      <CastForm run={run.data} seats={scenario.data.seats} />
    </Box>
  );
};

const CastForm = ({ run, seats }: { run: DrillRunDetail; seats: Scenario['seats'] }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [draft, setDraft] = useState(() => draftOf(run.participants));
  const back = `/drill-runs/${run.id}/show`;
  const save = useMutation({
    mutationFn: () => dataProvider.castDrillRun(run.id, { participants: castingsOf(draft) }),
    onSuccess: () => {
      notify('common.saved', { type: 'success' });
      refresh();
      void navigate(back, { state: SAVED });
    },
  });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {save.error && <Alert severity="error">{textOf(save.error)}</Alert>}
      <CastEditor seats={seats} draft={draft} onChange={setDraft} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="contained" loading={save.isPending} onClick={() => save.mutate()}>
          {translate('common.save')}
        </Button>
        <Button component={Link} to={back}>
          {translate('common.cancel')}
        </Button>
      </Box>
    </Box>
  );
};
