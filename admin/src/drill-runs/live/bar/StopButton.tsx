import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'; // prettier-ignore
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useRoom } from '../DrillRoom.js';
import { useWords } from '../useWords.js';
import { HoldButton } from './HoldButton.js';

/** Emergency stop: something real has happened. A reason stands there already, so that nobody has to type now. */
export const StopButton = () => {
  const translate = useTranslate();
  const { stage, act } = useRoom();
  const { T } = useWords(stage);
  const [reason, setReason] = useState<string | null>(null);
  const close = () => setReason(null);
  return (
    <>
      <Button color="error" variant="contained" onClick={() => setReason(T('stop_reason'))}>
        {T('stop')}
      </Button>
      <Dialog open={reason !== null} onClose={close} maxWidth="xs" fullWidth aria-labelledby="drill-stop">
        <DialogTitle id="drill-stop">{T('stop_title')}</DialogTitle>
        <DialogContent>
          <Typography variant="body2" sx={{ mb: 1 }}>
            {T('stop_text')}
          </Typography>
          <TextField
            label={T('stop_label')}
            value={reason ?? ''}
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 400 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate('common.cancel')}</Button>
          <HoldButton
            autoFocus
            color="error"
            variant="contained"
            onConfirm={() => {
              void act({ kind: 'stop', reason: reason?.trim() || T('stop_reason') });
              close();
            }}
          >
            {T('stop_hold')}
          </HoldButton>
        </DialogActions>
      </Dialog>
    </>
  );
};
