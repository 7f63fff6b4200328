import { Alert, Box, Button, Card, FormControlLabel, Switch, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import type { ReminderSettings } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useErrorText } from '../shared/useErrorText.js';

const HOURS = [
  ['digestAt', 'digest_at'],
  ['quietFrom', 'quiet_from'],
  ['quietTo', 'quiet_to'],
] as const;

/** When people may be reached, by their own clock. */
export const HoursCard = ({ settings, editable }: { settings: ReminderSettings; editable: boolean }) => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const client = useQueryClient();
  const notify = useNotify();
  const textOf = useErrorText();
  const [draft, setDraft] = useState(settings);
  const T = (key: string) => translate(`reminders.${key}`);
  const disabled = !editable;
  const save = useMutation({
    mutationFn: () => api.saveReminderSettings(draft),
    onSuccess: (saved) => {
      client.setQueryData(['reminders', 'settings'], saved);
      notify('reminders.hours_saved', { type: 'success' });
    },
  });
  return (
    <Card
      component="form"
      aria-label={T('hours')}
      sx={{ p: 2.5, display: 'grid', gap: 1 }}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Typography variant="subtitle2" component="h2">
        {T('hours')}
      </Typography>
      {save.error && <Alert severity="error">{textOf(save.error)}</Alert>}
      <FormControlLabel
        control={
          <Switch checked={draft.digest} onChange={(_event, digest) => setDraft({ ...draft, digest })} />
        }
        label={T('digest')}
        disabled={disabled}
      />
      <Typography variant="body2" color="text.secondary">
        {T('digest_help')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        {HOURS.map(([field, label]) => (
          <TextField
            key={field}
            type="time"
            size="small"
            required
            label={T(label)}
            value={draft[field]}
            disabled={disabled || (field === 'digestAt' && !draft.digest)}
            onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
            slotProps={{ inputLabel: { shrink: true } }}
            sx={{ width: 160 }}
          />
        ))}
      </Box>
      {!disabled && (
        <Button
          type="submit"
          variant="contained"
          loading={save.isPending}
          disabled={JSON.stringify(draft) === JSON.stringify(settings)}
          sx={{ justifySelf: 'start', mt: 1 }}
        >
          {translate('common.save')}
        </Button>
      )}
    </Card>
  );
};
