import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'; // prettier-ignore
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { PeoplePicker } from '../shared/PeoplePicker.js';
import { useErrorText } from '../shared/useErrorText.js';
import { draftOf, endsNextDay, timesOf, type ShiftDraft } from './week.js';

export interface Edited {
  /** Null = a new one. */
  shift: { id: string; startsAt: string; endsAt: string } | null;
  /** Whose; null = still to be chosen. */
  person: { id: string; name: string } | null;
  day: string;
}
interface Props {
  edited: Edited;
  timeZone: string;
  onClose: () => void;
}

/** Puts a shift on the roster, changes one, or takes it off. */
export const ShiftDialog = ({ edited: { shift, person, day }, timeZone, onClose }: Props) => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const client = useQueryClient();
  const notify = useNotify();
  const textOf = useErrorText();
  const [chosen, setChosen] = useState<string[]>([]);
  const [draft, setDraft] = useState<ShiftDraft>(
    shift ? draftOf(shift, timeZone) : { day, start: '09:00', end: '18:00' },
  );
  const T = (key: string, options?: object) => translate(`shifts.${key}`, options);
  const times = timesOf(draft, timeZone);
  const personId = person?.id ?? chosen[0];
  const done = async (message: string) => {
    notify(`shifts.${message}`, { type: 'success' });
    await client.invalidateQueries({ queryKey: ['roster'] });
    onClose();
  };
  const save = useMutation({
    mutationFn: () => {
      if ('fault' in times) throw new Error(times.fault);
      return shift ? api.updateShift(shift.id, times) : api.createShift({ personId: personId!, ...times });
    },
    onSuccess: () => done('saved'),
  });
  const remove = useMutation({
    mutationFn: () => api.deleteShift(shift!.id),
    onSuccess: () => done('removed'),
  });
  const isBusy = save.isPending || remove.isPending;
  const error: unknown = save.error ?? remove.error;
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={() => !isBusy && onClose()} aria-labelledby="shift-title">
      <DialogTitle id="shift-title">
        {person ? T(shift ? 'edit_of' : 'add_of', { name: person.name }) : T('add')}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {!person && (
          <Box sx={{ pt: 1 }}>
            <PeoplePicker label={T('who')} value={chosen} onChange={(ids) => setChosen(ids.slice(-1))} />
          </Box>
        )}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr 1fr' }, pt: 1 }}>
          {(['day', 'start', 'end'] as const).map((field) => (
            <TextField
              key={field}
              type={field === 'day' ? 'date' : 'time'}
              label={T(`field.${field}`)}
              value={draft[field]}
              required
              margin="none"
              onChange={({ target }) => setDraft((now) => ({ ...now, [field]: target.value }))}
              slotProps={{ inputLabel: { shrink: true } }}
            />
          ))}
        </Box>
        <Typography variant="body2" color="text.secondary" role="status">
          {T('times_in', { timeZone })}
          {endsNextDay(draft) && ` ${T('next_day')}`}
        </Typography>
        {'fault' in times && times.fault !== 'incomplete' && (
          <Alert severity="error">{T(`fault.${times.fault}`)}</Alert>
        )}
        {error ? <Alert severity="error">{textOf(error)}</Alert> : null}
      </DialogContent>
      <DialogActions>
        {shift && (
          <Button
            color="error"
            disabled={isBusy}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
            sx={{ mr: 'auto' }}
          >
            {T('remove')}
          </Button>
        )}
        <Button onClick={onClose} disabled={isBusy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant="contained"
          disabled={'fault' in times || !personId || remove.isPending}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {translate('ra.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
