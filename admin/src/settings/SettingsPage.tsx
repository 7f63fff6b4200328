import { Alert, Autocomplete, Button, Card, Skeleton, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useDataProvider, useNotify, useTranslate } from 'react-admin';
import type { Organisation } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { Denied } from '../shared/Denied.js';
import { LoadFailed } from '../shared/LoadFailed.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useMe } from '../shared/useMe.js';

const TIME_ZONES = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

/** Name and time zone of the organisation; for administrators. */
export const SettingsPage = () => {
  const translate = useTranslate();
  const { me, can } = useMe();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: ['organisation'],
    queryFn: () => dataProvider.getOrganisation(),
  });
  if (me && !can('organisation', 'edit')) return <Denied />;
  return (
    <>
      <Title title={translate('settings.title')} />
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={240} sx={{ maxWidth: 620 }} />}
      {data && <OrganisationForm organisation={data} />}
    </>
  );
};

const OrganisationForm = ({ organisation }: { organisation: Organisation }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const textOf = useErrorText();
  const { reload } = useMe();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [name, setName] = useState(organisation.name);
  const [timeZone, setTimeZone] = useState(organisation.timeZone);
  const isChanged = name.trim() !== organisation.name || timeZone !== organisation.timeZone;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => dataProvider.updateOrganisation({ name: name.trim(), timeZone }),
    onSuccess: async (saved) => {
      client.setQueryData(['organisation'], saved);
      await reload();
      notify('common.saved', { type: 'success' });
    },
  });
  return (
    <Card
      component="form"
      sx={{ p: 3, maxWidth: 620 }}
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <Typography variant="h6" component="h2" gutterBottom>
        {translate('settings.organisation')}
      </Typography>
      {error && <Alert severity="error">{textOf(error)}</Alert>}
      {organisation.hasDemoData && (
        <Alert severity="info" sx={{ mb: 1 }}>
          {translate('settings.demo')}
        </Alert>
      )}
      <TextField
        label={translate('settings.name')}
        helperText={translate('settings.name_help')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
        required
      />
      <Autocomplete
        options={TIME_ZONES}
        value={timeZone}
        onChange={(_event, value) => setTimeZone(value)}
        disableClearable
        openText={translate('common.open')}
        closeText={translate('common.close')}
        renderInput={(params) => (
          <TextField
            {...params}
            label={translate('settings.time_zone')}
            helperText={translate('settings.time_zone_help')}
          />
        )}
      />
      <Button
        type="submit"
        variant="contained"
        loading={isPending}
        disabled={!isChanged || !name.trim()}
        sx={{ mt: 2 }}
      >
        {translate('common.save')}
      </Button>
    </Card>
  );
};
