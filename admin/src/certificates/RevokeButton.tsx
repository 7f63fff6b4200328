import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { IssuedCertificate } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useErrorText } from '../shared/useErrorText.js';

const SHORTEST_REASON = 3;

/** Asks for the reason, says what follows, then revokes. */
export const RevokeButton = ({ certificate }: { certificate: IssuedCertificate }) => {
  const translate = useTranslate();
  const api = useDataProvider<ReadyroomDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const textOf = useErrorText();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const T = (key: string, options?: object) => translate(`resources.certificates.${key}`, options);
  const revoke = useMutation({
    mutationFn: () => api.revokeCertificate(certificate.id, { reason: reason.trim() }),
    onSuccess: () => {
      setOpen(false);
      notify(T('revoked'), { type: 'success' });
      refresh();
    },
  });
  return (
    <>
      <Button
        size="small"
        color="error"
        onClick={() => setOpen(true)}
        aria-label={`${T('revoke')}: ${certificate.person.name}`}
      >
        {T('revoke')}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        aria-labelledby="revoke-title"
        fullWidth
        maxWidth="sm"
      >
        <DialogTitle id="revoke-title">{T('revoke_title', { name: certificate.person.name })}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 2 }}>{T('revoke_text')}</DialogContentText>
          <TextField
            autoFocus
            fullWidth
            required
            label={T('reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={revoke.isError}
            helperText={revoke.isError ? textOf(revoke.error) : T('reason_help')}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{translate('common.cancel')}</Button>
          <Button
            color="error"
            variant="contained"
            disabled={revoke.isPending || Array.from(reason.trim()).length < SHORTEST_REASON}
            onClick={() => revoke.mutate()}
          >
            {T('revoke')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
