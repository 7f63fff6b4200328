import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material'; // prettier-ignore
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { useErrorText } from '../../shared/useErrorText.js';

const FIELDS = ['name', 'publicKey', 'reason'] as const;
type Field = (typeof FIELDS)[number];
const SHORTEST: Record<Field, number> = { name: 1, publicKey: 43, reason: 3 };

/** Trusts a key that a partner handed over before a pack of theirs has come. */
export const AddSigner = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [values, setValues] = useState<Record<Field, string>>({ name: '', publicKey: '', reason: '' });
  const T = (key: string, options?: object) => translate(`signers.add.${key}`, options);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const { name, publicKey, reason } = values;
      return dataProvider.addSigner({
        name: name.trim(),
        publicKey: publicKey.trim(),
        reason: reason.trim(),
      });
    },
    onSuccess: ({ name }) => {
      notify(T('done', { name }), { type: 'success' });
      onClose();
      refresh();
    },
  });
  const isComplete = FIELDS.every((field) => Array.from(values[field].trim()).length >= SHORTEST[field]);
  return (
    <Dialog open onClose={onClose} aria-labelledby="add-signer" fullWidth maxWidth="sm">
      <DialogTitle id="add-signer">{T('button')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <DialogContentText>{T('text')}</DialogContentText>
        {error && <Alert severity="error">{textOf(error)}</Alert>}
        {FIELDS.map((field, n) => (
          <TextField
            key={field}
            autoFocus={n === 0}
            required
            fullWidth
            label={T(field)}
            helperText={field === 'name' ? undefined : T(`${field}_help`)}
            value={values[field]}
            onChange={(event) => setValues({ ...values, [field]: event.target.value })}
            slotProps={{ htmlInput: { maxLength: field === 'publicKey' ? 43 : 200, spellCheck: false } }}
          />
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('common.cancel')}</Button>
        <Button variant="contained" disabled={!isComplete} loading={isPending} onClick={() => mutate()}>
          {T('confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
