import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material'; // prettier-ignore
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { useErrorText } from '../shared/useErrorText.js';

const SHORTEST_REASON = 3;
const LONGEST_REASON = 400;

interface Props {
  /** Texts are `scenario_pack.<what>.title`, `.text`, `.reason`, `.confirm`, `.done`. */
  what: 'trust' | 'distrust' | 'reject' | 'reopen';
  name: string;
  /** What to look at before deciding. */
  children?: ReactNode;
  onClose: () => void;
  decide: (reason: string) => Promise<unknown>;
}

/** Says what follows, asks for the reason, then decides. */
export const DecideDialog = ({ what, name, children, onClose, decide }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const titleId = useId();
  const [reason, setReason] = useState('');
  const T = (key: string) => translate(`scenario_pack.${what}.${key}`, { name });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => decide(reason.trim()),
    onSuccess: () => {
      notify(T('done'), { type: 'success' });
      onClose();
      refresh();
    },
  });
  const length = Array.from(reason.trim()).length;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>{T('title')}</DialogTitle>
      <DialogContent>
        {error && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {textOf(error)}
          </Alert>
        )}
        <DialogContentText sx={{ mb: 2 }}>{T('text')}</DialogContentText>
        {children}
        <TextField
          autoFocus
          fullWidth
          required
          multiline
          label={T('reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          helperText={translate('scenario_pack.reason_help')}
          slotProps={{ htmlInput: { maxLength: LONGEST_REASON } }}
          sx={{ mt: children ? 2 : 0 }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('common.cancel')}</Button>
        <Button
          variant="contained"
          color={what === 'distrust' || what === 'reject' ? 'error' : 'primary'}
          disabled={length < SHORTEST_REASON}
          loading={isPending}
          onClick={() => mutate()}
        >
          {T('confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
