import { Box, Button, FormControlLabel, Radio, RadioGroup, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { addDays } from '../../shared/format.js';
import { useFormat } from '../../shared/useFormat.js';
import type { Draft } from './draft.js';
import { DueAfter } from './DueAfter.js';

interface Props {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

const SUGGESTED_DAYS = [14, 30, 60];

export const StepWhen = ({ draft, onChange }: Props) => {
  const translate = useTranslate();
  const format = useFormat();
  const today = format.today();
  const T = (key: string, values?: object) => translate(`resources.audience-rules.when.${key}`, values);
  const isPast = draft.dueOn !== null && draft.dueOn < today;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 520 }}>
      <RadioGroup
        aria-label={translate('resources.audience-rules.fields.dueOn')}
        value={draft.dueAfter ? 'after' : draft.dueOn === null ? 'none' : 'day'}
        onChange={(_event, value) =>
          onChange({
            dueOn: value === 'day' ? addDays(today, SUGGESTED_DAYS[0]!) : null,
            dueAfter: value === 'after' ? { kind: 'after_assignment', days: 30 } : null,
          })
        }
      >
        <FormControlLabel value="none" control={<Radio />} label={T('none')} />
        <FormControlLabel value="day" control={<Radio />} label={T('day')} />
        <FormControlLabel value="after" control={<Radio />} label={T('after')} />
      </RadioGroup>
      {draft.dueOn !== null && (
        <Box sx={{ pl: { sm: 4 } }}>
          <TextField
            type="date"
            label={T('due')}
            value={draft.dueOn}
            onChange={(event) => event.target.value && onChange({ dueOn: event.target.value })}
            error={isPast}
            helperText={
              isPast ? T('past') : T('zone', { day: format.day(draft.dueOn), zone: format.timeZone })
            }
            slotProps={{ htmlInput: { min: today }, inputLabel: { shrink: true } }}
          />
          {SUGGESTED_DAYS.map((days) => (
            <Button key={days} size="small" onClick={() => onChange({ dueOn: addDays(today, days) })}>
              {T('in_days', { days })}
            </Button>
          ))}
        </Box>
      )}
      {draft.dueAfter && <DueAfter value={draft.dueAfter} onChange={(dueAfter) => onChange({ dueAfter })} />}
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
