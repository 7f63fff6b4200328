import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useNotify, useTranslate, useUpdate } from 'react-admin';
import type { AudienceRule } from '../providers/contract.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';
import { useShortcut } from '../shared/useShortcut.js';

export const ChangeDueButton = ({ rule }: { rule: AudienceRule }) => {
  const translate = useTranslate();
  const { today } = useFormat();
  const notify = useNotify();
  const textOf = useErrorText();
  const [isOpen, setOpen] = useState(false);
  const [dueOn, setDueOn] = useState(rule.dueOn ?? '');
  useShortcut('e', () => setOpen(true));
  const [update, { isPending, error }] = useUpdate<AudienceRule>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void update(
      'audience-rules',
      { id: rule.id, data: { ...rule, dueOn: dueOn || null }, previousData: rule },
      {
        onSuccess: () => {
          setOpen(false);
          notify('resources.audience-rules.due_changed', { type: 'success' });
        },
        onError: () => undefined,
      },
    );
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('resources.audience-rules.change_due')}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        maxWidth="xs"
        fullWidth
        aria-labelledby="change-due"
      >
        <form onSubmit={submit}>
          <DialogTitle id="change-due">{translate('resources.audience-rules.change_due')}</DialogTitle>
          <DialogContent>
            {error && <Alert severity="error">{textOf(error)}</Alert>}
            <TextField
              type="date"
              autoFocus
              label={translate('resources.audience-rules.when.due')}
              value={dueOn}
              onChange={(event) => setDueOn(event.target.value)}
              helperText={dueOn ? undefined : translate('resources.audience-rules.when.none')}
              slotProps={{ htmlInput: { min: today() }, inputLabel: { shrink: true } }}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{translate('common.cancel')}</Button>
            <Button type="submit" variant="contained" loading={isPending}>
              {translate('common.save')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
};
