import { Box, Button, FormControlLabel, Radio, RadioGroup, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { addDays } from '../../shared/format.js';
import { useFormat } from '../../shared/useFormat.js';
import { DueAfter } from './DueAfter.js';
import type { Due } from './due.js';

interface Props {
  value: Due;
  onChange: (value: Due) => void;
}

const SUGGESTED_DAYS = [14, 30, 60];

/** No due day, one for all, or so many days after something of each person. */
export const DueChoice = ({ value, onChange }: Props) => {
  const translate = useTranslate();
  const format = useFormat();
  const today = format.today();
  const T = (key: string, values?: object) => translate(`resources.audience-rules.when.${key}`, values);
  const { dueOn, dueAfter } = value;
  const setDay = (day: string) => onChange({ dueOn: day, dueAfter: null });
  const isPast = dueOn !== null && dueOn < today;
  return (
    <>
      <RadioGroup
        aria-label={translate('resources.audience-rules.fields.dueOn')}
        value={dueAfter ? 'after' : dueOn === null ? 'none' : 'day'}
        onChange={(_event, kind) =>
          onChange({
            dueOn: kind === 'day' ? addDays(today, SUGGESTED_DAYS[0]!) : null,
            dueAfter: kind === 'after' ? { kind: 'after_assignment', days: 30 } : null,
          })
        }
      >
        <FormControlLabel value="none" control={<Radio />} label={T('none')} />
        <FormControlLabel value="day" control={<Radio />} label={T('day')} />
        <FormControlLabel value="after" control={<Radio />} label={T('after')} />
      </RadioGroup>
      {dueOn !== null && (
        <Box sx={{ pl: { sm: 4 } }}>
          <TextField
            type="date"
            label={T('due')}
            value={dueOn}
            onChange={(event) => event.target.value && setDay(event.target.value)}
            error={isPast}
            helperText={isPast ? T('past') : T('zone', { day: format.day(dueOn), zone: format.timeZone })}
            slotProps={{ htmlInput: { min: today }, inputLabel: { shrink: true } }}
          />
          {SUGGESTED_DAYS.map((days) => (
            <Button key={days} size="small" onClick={() => setDay(addDays(today, days))}>
              {T('in_days', { days })}
            </Button>
          ))}
        </Box>
      )}
      {dueAfter && (
        <DueAfter value={dueAfter} onChange={(after) => onChange({ dueOn: null, dueAfter: after })} />
      )}
    </>
  );
};
