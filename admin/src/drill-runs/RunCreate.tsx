import { Alert, Box, Button, Card, MenuItem, Skeleton, TextField, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Title, useDataProvider, useGetList, useNotify, useRefresh, useTranslate } from 'react-admin';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Scenario } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { SAVED } from '../shared/UnsavedChanges.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { instantAt } from '../shared/zonedTime.js';
import { CastEditor } from './cast/CastEditor.js';
import { castingsOf, keepSeats, type CastDraft } from './cast/draft.js';

/** A run: which scenario, when, and who. Seats that stay empty are simulated. */
export const RunCreate = () => {
  const translate = useTranslate();
  const textIn = useText();
  const navigate = useNavigate();
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const { timeZone } = useFormat();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [search] = useSearchParams();
  const [chosenId, setChosenId] = useState(search.get('scenarioId') ?? '');
  const [title, setTitle] = useState('');
  const [plannedFor, setPlannedFor] = useState('');
  const [cast, setCast] = useState<CastDraft>({});
  const T = (key: string, options?: object) => translate(`resources.drill-runs.${key}`, options);
  const { data, error, refetch } = useGetList<Scenario>('scenarios', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'slug', order: 'ASC' },
    filter: { published: true },
  });
  const scenario = data?.find(({ id }) => id === chosenId);
  const create = useMutation({
    mutationFn: () =>
      dataProvider.createDrillRun({
        scenarioId: chosenId,
        title: title.trim() || null,
        plannedFor: plannedFor ? instantAt(plannedFor, timeZone) : null,
        participants: castingsOf(scenario ? keepSeats(cast, scenario.seats) : cast),
      }),
    onSuccess: ({ id }) => {
      notify(T('created'), { type: 'success' });
      refresh();
      void navigate(`/drill-runs/${id}/show`, { state: SAVED });
    },
  });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={420} />;
  if (data.length === 0) return <EmptyTeaches title={T('no_scenario.title')} text={T('no_scenario.text')} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2, maxWidth: 980, pt: 1 }}>
      <Title title={T('create')} />
      {create.error && <Alert severity="error">{textOf(create.error)}</Alert>}
      <Card component="section" aria-labelledby="run-what" sx={{ p: 2.5 }}>
        <Typography id="run-what" variant="subtitle2" component="h2">
          {T('what')}
        </Typography>
        <TextField
          select
          required
          label={T('fields.scenario')}
          value={scenario ? chosenId : ''}
          onChange={(event) => setChosenId(event.target.value)}
          helperText={scenario ? textIn(scenario.summary) : undefined}
        >
          {data.map(({ id, title: name, minutes, crisisType }) => (
            <MenuItem key={id} value={id}>
              {T('scenario_option', {
                title: textIn(name),
                crisis: translate(`resources.scenarios.crisis.${crisisType}`),
                minutes,
              })}
            </MenuItem>
          ))}
        </TextField>
        <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <TextField
            label={T('fields.title')}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            helperText={T('title_help')}
            slotProps={{ htmlInput: { maxLength: 120 } }}
          />
          <TextField
            type="datetime-local"
            label={T('fields.plannedFor')}
            value={plannedFor}
            onChange={(event) => setPlannedFor(event.target.value)}
            helperText={T('planned_help', { zone: timeZone })}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        </Box>
      </Card>
      {scenario && <CastEditor seats={scenario.seats} draft={cast} onChange={setCast} />}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button
          type="submit"
          variant="contained"
          size="large"
          disabled={!scenario}
          loading={create.isPending}
        >
          {T('create_submit')}
        </Button>
        <Button component={Link} to="/drill-runs">
          {translate('common.cancel')}
        </Button>
      </Box>
    </Box>
  );
};
