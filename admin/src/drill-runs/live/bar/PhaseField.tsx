import { MenuItem, TextField } from '@mui/material';
import { useRoom } from '../DrillRoom.js';
import { useWords } from '../useWords.js';

/** Leads everybody into another phase by hand. */
export const PhaseField = () => {
  const { stage, state, act } = useRoom();
  const { T, textIn } = useWords(stage);
  return (
    <TextField
      select
      label={T('phase')}
      value={state.view.phase?.phase ?? ''}
      onChange={({ target: { value } }) => void act({ kind: 'enter_phase', phase: value })}
      sx={{ width: 130, my: 0 }}
    >
      {stage.phases.map(({ key, title }) => (
        <MenuItem key={key} value={key}>
          {textIn(title)}
        </MenuItem>
      ))}
    </TextField>
  );
};
