import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'; // prettier-ignore
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useRoom } from '../DrillRoom.js';
import { useWords } from '../useWords.js';

/** Moves scenario time forward through everything that lies between. */
export const JumpButton = ({ at }: { at: number }) => {
  const translate = useTranslate();
  const { stage, act } = useRoom();
  const { T, textIn, time } = useWords(stage);
  const [to, setTo] = useState<string | null>(null);
  const next = Math.floor(at / 60) + 1;
  const close = () => setTo(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act({ kind: 'jump', toMinute: Number(to) }).then((isDone) => isDone && close());
  };
  const isValid = to !== null && Number.isInteger(Number(to)) && Number(to) >= next;
  return (
    <>
      <Button variant="outlined" onClick={() => setTo(String(Math.min(next + 9, stage.durationMinutes)))}>
        {T('jump')}
      </Button>
      <Dialog open={to !== null} onClose={close} maxWidth="xs" fullWidth aria-labelledby="drill-jump">
        <form onSubmit={submit}>
          <DialogTitle id="drill-jump">{T('jump_title')}</DialogTitle>
          <DialogContent>
            <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
              {T('jump_text')}
            </Typography>
            <TextField
              type="number"
              autoFocus
              required
              label={T('jump_minute')}
              value={to ?? ''}
              onChange={(event) => setTo(event.target.value)}
              helperText={isValid ? time(Number(to) * 60) : T('jump_from', { minute: next })}
              error={!isValid}
              slotProps={{ htmlInput: { min: next, max: stage.durationMinutes } }}
            />
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
              {stage.phases
                .filter((phase) => phase.at >= next)
                .map(({ key, title, at: minute }) => (
                  <Button key={key} size="small" variant="outlined" onClick={() => setTo(String(minute))}>
                    {textIn(title)} · {minute}
                  </Button>
                ))}
            </Box>
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{translate('common.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={!isValid}>
              {T('jump')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
};
