import { Box, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, FormLabel, TextField } from '@mui/material'; // prettier-ignore
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { randomUuid } from '../../../shared/randomUuid.js';
import { HoldButton } from '../bar/HoldButton.js';
import { useRoom } from '../DrillRoom.js';
import { useWords } from '../useWords.js';

/** Something that no list foresaw, to some seats or to everybody. What goes to everybody has to be held. */
export const QuickInject = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const { stage, recall } = useRoom();
  const { T, textIn } = useWords(stage);
  const [text, setText] = useState('');
  const [to, setTo] = useState<readonly string[]>([]);
  const [isForAll, setForAll] = useState(false);
  const isReady = text.trim() !== '' && (isForAll || to.length > 0);
  const send = () => {
    const action = { kind: 'quick_inject', inject: randomUuid(), text: text.trim() } as const;
    recall.later('sending', { ...action, to: isForAll ? 'feed' : [...to] }, action.text);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="quick-inject">
      <DialogTitle id="quick-inject">{T('quick.title')}</DialogTitle>
      <DialogContent>
        <TextField
          autoFocus
          multiline
          minRows={3}
          required
          label={T('quick.text')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 4000 } }}
        />
        <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mt: 1 }}>
          <FormLabel component="legend">{T('quick.to')}</FormLabel>
          <FormControlLabel
            control={<Checkbox checked={isForAll} onChange={(_event, on) => setForAll(on)} />}
            label={T('quick.everybody')}
          />
          <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' } }}>
            {stage.seats.map(({ key, title }) => (
              <FormControlLabel
                key={key}
                disabled={isForAll}
                control={
                  <Checkbox
                    checked={to.includes(key)}
                    onChange={(_event, on) => setTo(on ? [...to, key] : to.filter((one) => one !== key))}
                  />
                }
                label={textIn(title)}
              />
            ))}
          </Box>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('common.cancel')}</Button>
        {isForAll ? (
          <HoldButton variant="contained" disabled={!isReady} onConfirm={send}>
            {T('quick.send_all')}
          </HoldButton>
        ) : (
          <Button variant="contained" disabled={!isReady} onClick={send}>
            {T('quick.send')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
};
