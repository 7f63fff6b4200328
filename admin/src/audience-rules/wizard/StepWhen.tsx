import { Box, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Draft } from './draft.js';
import { DueChoice } from '../due/DueChoice.js';

interface Props {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

export const StepWhen = ({ draft, onChange }: Props) => {
  const translate = useTranslate();
  const T = (key: string) => translate(`resources.audience-rules.when.${key}`);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 520 }}>
      <DueChoice value={draft} onChange={({ dueOn, dueAfter }) => onChange({ dueOn, dueAfter })} />
      {!draft.dueAfter && (
        <TextField
          type="number"
          label={T('joiners')}
          helperText={T('joiners_help')}
          value={Number.isNaN(draft.joinersDueDays) ? '' : draft.joinersDueDays}
          onChange={(event) =>
            onChange({ joinersDueDays: event.target.value ? Number(event.target.value) : Number.NaN })
          }
          slotProps={{ htmlInput: { min: 1, max: 365 } }}
        />
      )}
      <TextField
        label={T('name')}
        helperText={T('name_help')}
        value={draft.name}
        onChange={(event) => onChange({ name: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <TextField
        label={T('note')}
        value={draft.note}
        onChange={(event) => onChange({ note: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        multiline
        minRows={2}
      />
    </Box>
  );
};
