import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { DrillWallLink } from '../../providers/contract.js';
import { request } from '../../providers/http.js';
import { QrCode } from '../../shared/QrCode.js';
import { useNotifyError } from '../../shared/useErrorText.js';

/** Hands out a link to the wall, which is shown once, or takes it back. */
export const WallLinkButton = ({ runId }: { runId: string }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const notifyError = useNotifyError();
  const [isOpen, setOpen] = useState(false);
  const [url, setUrl] = useState<string | null>(null);
  const T = (key: string) => translate(`drill.wall_link.${key}`);
  const path = `drill-runs/${runId}/wall-link`;
  const make = () => request<DrillWallLink>('POST', path).then((made) => setUrl(made.url), notifyError);
  const withdraw = () =>
    request('DELETE', path).then(() => {
      setUrl(null);
      notify(T('withdrawn'), { type: 'success' });
    }, notifyError);
  const close = () => {
    setOpen(false);
    setUrl(null);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{T('open')}</Button>
      <Dialog open={isOpen} onClose={close} maxWidth="xs" fullWidth aria-labelledby="wall-link">
        <DialogTitle id="wall-link">{T('title')}</DialogTitle>
        <DialogContent>
          <Typography variant="body2">{T('text')}</Typography>
          {url === null ? (
            <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
              {T('replaces')}
            </Typography>
          ) : (
            <Box sx={{ textAlign: 'center', mt: 2 }}>
              <Box sx={{ maxWidth: 200, mx: 'auto', mb: 1 }}>
                <QrCode text={url} label={T('qr')} />
              </Box>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
                {url}
              </Typography>
            </Box>
          )}
        </DialogContent>
        <DialogActions>
          <Button color="error" onClick={() => void withdraw()} sx={{ mr: 'auto' }}>
            {T('withdraw')}
          </Button>
          <Button onClick={close}>{translate('common.close')}</Button>
          <Button variant="contained" onClick={() => void make()}>
            {T(url === null ? 'make' : 'again')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
