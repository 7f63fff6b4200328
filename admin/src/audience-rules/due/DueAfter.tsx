import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { AFTER, type DueAfter as Value } from './due.js';

/** So many days after what. */
export const DueAfter = ({ value, onChange }: { value: Value; onChange: (value: Value) => void }) => {
  const translate = useTranslate();
  const T = (key: string) => translate(`resources.audience-rules.when.${key}`);
  return (
    <Box sx={{ pl: { sm: 4 }, display: 'grid', gap: '0 12px', gridTemplateColumns: '110px 1fr' }}>
      <TextField
        type="number"
        label={T('days')}
        value={Number.isNaN(value.days) ? '' : value.days}
        onChange={(event) =>
          onChange({ ...value, days: event.target.value ? Number(event.target.value) : Number.NaN })
        }
        slotProps={{ htmlInput: { min: 0, max: 3650 } }}
      />
      <TextField
        select
        label={T('after_what')}
        value={value.kind}
        onChange={(event) => onChange({ ...value, kind: event.target.value as Value['kind'] })}
        helperText={value.kind === 'after_assignment' ? undefined : T('after_help')}
      >
        {AFTER.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {T(`after_kind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
};
