import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useRoom } from '../DrillRoom.js';
import { useWords } from '../useWords.js';

const NONE = '-';

/** A note, stamped with the moment at which it is saved. */
export const NoteDialog = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const { stage, observe } = useRoom();
  const { T, textIn } = useWords(stage);
  const [text, setText] = useState('');
  const [objective, setObjective] = useState(NONE);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void observe({
      kind: 'note',
      text: text.trim(),
      objective: objective === NONE ? null : objective,
    }).then((isDone) => isDone && onClose());
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="drill-note">
      <form onSubmit={submit}>
        <DialogTitle id="drill-note">{T('note.title')}</DialogTitle>
        <DialogContent>
          <TextField
            autoFocus
            required
            multiline
            minRows={3}
            label={T('note.text')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 4000 } }}
          />
          <TextField
            select
            label={T('note.objective')}
            value={objective}
            onChange={(event) => setObjective(event.target.value)}
          >
            <MenuItem value={NONE}>{T('note.no_objective')}</MenuItem>
            {stage.objectives.map(({ key, title }) => (
              <MenuItem key={key} value={key}>
                {textIn(title)}
              </MenuItem>
            ))}
          </TextField>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={text.trim() === ''}>
            {translate('common.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
