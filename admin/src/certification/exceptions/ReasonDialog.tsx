import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'; // prettier-ignore
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useErrorText } from '../../shared/useErrorText.js';
import { useFormat } from '../../shared/useFormat.js';
import type { Consequence } from './consequences.js';

interface Props {
  title: string;
  confirm: string;
  danger?: boolean;
  /** null = a field is still empty. */
  consequence: Consequence | null;
  isPending: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: (reason: string) => void;
  /** Fields before the reason. */
  children?: ReactNode;
}
const SHORTEST = 2;
const LONGEST = 500;

/** Asks for the reason, says what follows before it follows, then does it. */
export const ReasonDialog = (props: Props) => {
  const { title, confirm, danger, consequence, isPending, error, onClose, onConfirm, children } = props;
  const translate = useTranslate();
  const textOf = useErrorText();
  const heading = useId();
  const [reason, setReason] = useState('');
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  const isReady =
    consequence !== null && !consequence.blocked && Array.from(reason.trim()).length >= SHORTEST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onConfirm(reason.trim());
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="sm">
      <form onSubmit={submit}>
        <DialogTitle id={heading}>{title}</DialogTitle>
        <DialogContent>
          {error ? (
            <Alert severity="error" sx={{ mb: 1 }}>
              {textOf(error)}
            </Alert>
          ) : null}
          {children}
          <TextField
            required
            multiline
            minRows={2}
            label={T('reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            helperText={T('reason_help')}
            slotProps={{ htmlInput: { maxLength: LONGEST } }}
          />
          <Typography component="h3" variant="subtitle2" sx={{ mt: 2 }}>
            {T('what_follows')}
          </Typography>
          <ConsequenceText consequence={consequence} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            color={danger ? 'error' : 'primary'}
            disabled={!isReady}
            loading={isPending}
          >
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};

/** Read out when it changes with what is filled in. */
export const ConsequenceText = ({ consequence }: { consequence: Consequence | null }) => {
  const translate = useTranslate();
  const format = useFormat();
  const text = consequence
    ? translate(
        `resources.certification.${consequence.text}`,
        Object.fromEntries(Object.entries(consequence.days).map(([name, day]) => [name, format.day(day)])),
      )
    : translate('resources.certification.choose_day');
  return (
    <Typography
      role="status"
      color={consequence?.blocked ? 'error.main' : 'text.primary'}
      sx={{ lineHeight: 1.7 }}
    >
      {text}
    </Typography>
  );
};
