import { MenuItem, TextField } from '@mui/material';
import { useRoom } from '../DrillRoom.js';
import { useWords } from '../useWords.js';

const PRESETS = [0.5, 1, 2, 4, 6, 8, 10, 12, 15, 20, 30, 60];

/** How many minutes of the scenario pass in a minute. */
export const RateField = () => {
  const { stage, clock, act } = useRoom();
  const { T } = useWords(stage);
  const rates = [...new Set([...PRESETS, clock.rate])].sort((a, b) => a - b);
  return (
    <TextField
      select
      label={T('rate')}
      value={clock.rate}
      onChange={({ target: { value } }) => void act({ kind: 'set_rate', rate: Number(value) })}
      sx={{ width: 116, my: 0 }}
    >
      {rates.map((rate) => (
        <MenuItem key={rate} value={rate}>
          {T('rate_times', { rate })}
        </MenuItem>
      ))}
    </TextField>
  );
};
