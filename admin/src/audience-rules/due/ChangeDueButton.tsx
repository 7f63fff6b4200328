import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { AudienceRule } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { useErrorText } from '../../shared/useErrorText.js';
import { useFormat } from '../../shared/useFormat.js';
import { useShortcut } from '../../shared/useShortcut.js';
import { Difference } from '../difference/Difference.js';
import { useDifference } from '../difference/useDifference.js';
import { isSameDue, isSoundDue, type Due } from './due.js';
import { DueChoice } from './DueChoice.js';

/** Another due day for everybody whom the rule reaches, after seeing whose day moves from when to when. */
export const ChangeDueButton = ({ rule }: { rule: AudienceRule }) => {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  useShortcut('e', () => setOpen(true));
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('resources.audience-rules.change_due')}
      </Button>
      {isOpen && <ChangeDue rule={rule} onClose={() => setOpen(false)} />}
    </>
  );
};

const ChangeDue = ({ rule, onClose }: { rule: AudienceRule; onClose: () => void }) => {
  const translate = useTranslate();
  const { today } = useFormat();
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const api = useDataProvider<ReadyroomDataProvider>();
  const [due, setDue] = useState<Due>({ dueOn: rule.dueOn, dueAfter: rule.dueAfter });
  const isSame = isSameDue(due, rule);
  const isSound = isSoundDue(due, today());
  const difference = useDifference(!isSame && isSound ? { ruleId: rule.id, ...due } : null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.updateAudienceRule(rule.id, { ...due, fingerprint: difference.data?.fingerprint }),
    onSuccess: () => {
      onClose();
      notify('resources.audience-rules.due_changed', { type: 'success' });
      refresh();
    },
    // Somebody came or went meanwhile: what is shown next is how it is now.
    onError: () => void difference.refetch(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (difference.data) mutate();
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="change-due">
      <form onSubmit={submit}>
        <DialogTitle id="change-due">
          {translate('resources.audience-rules.change_due_of', { name: rule.name })}
        </DialogTitle>
        <DialogContent>
          {error && (
            <Alert severity="error" sx={{ mb: 1 }}>
              {textOf(error)}
            </Alert>
          )}
          <DueChoice value={due} onChange={setDue} />
          <Difference difference={difference} groups={['due_moves', 'keeps']} warnings={['due_in_past']} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button type="submit" variant="contained" loading={isPending} disabled={!difference.data}>
            {translate('common.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
