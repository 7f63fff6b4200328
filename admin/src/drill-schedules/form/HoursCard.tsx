import { Box, Button, Chip, FormControlLabel, Switch, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'; // prettier-ignore
import { useState } from 'react';
import { formatDay } from '../../shared/format.js';
import { useLocale } from '../../shared/useLocale.js';
import type { Draft } from '../draft.js';
import { WEEKDAYS } from '../rule/rule.js';
import { shortWeekday } from '../rule/rule-words.js';
import { useWords } from '../useWords.js';
import { SectionCard } from '../SectionCard.js';

interface Props {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}
const SUGGESTED_WINDOW = 5;

/** When it may be: working hours, days to keep clear, and whether people are told. */
export const HoursCard = ({ draft, onChange }: Props) => {
  const W = useWords();
  const locale = useLocale();
  const [day, setDay] = useState('');
  const { hours, blackout, noNoticeDays } = draft;
  const set = (part: Partial<Draft['hours']>) => onChange({ hours: { ...hours, ...part } });
  const isUpsideDown = hours.from >= hours.to;
  return (
    <SectionCard title={W('hours')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {W('hours_help')}
      </Typography>
      <ToggleButtonGroup
        size="small"
        value={hours.days}
        aria-label={W('working_days')}
        onChange={(_event, days: number[]) => set({ days: days.toSorted((a, b) => a - b) })}
        sx={{ flexWrap: 'wrap', mb: 1 }}
      >
        {WEEKDAYS.map((name, index) => (
          <ToggleButton key={name} value={index + 1}>
            {shortWeekday(name, locale)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {hours.days.length === 0 && (
        <Typography role="alert" variant="body2" color="error">
          {W('no_day')}
        </Typography>
      )}
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        {(['from', 'to'] as const).map((name) => (
          <TextField
            key={name}
            type="time"
            label={W(`hours_${name}`)}
            value={hours[name]}
            onChange={(event) => event.target.value && set({ [name]: event.target.value.slice(0, 5) })}
            error={isUpsideDown}
            helperText={name === 'to' && isUpsideDown ? W('hours_wrong') : undefined}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mt: 1 }}>
        <TextField
          type="date"
          label={W('blackout')}
          value={day}
          onChange={(event) => setDay(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ maxWidth: 220 }}
        />
        <Button
          variant="outlined"
          disabled={day === '' || blackout.includes(day) || blackout.length >= 400}
          onClick={() => {
            onChange({ blackout: [...blackout, day].toSorted() });
            setDay('');
          }}
        >
          {W('blackout_add')}
        </Button>
      </Box>
      {blackout.length > 0 && (
        <Box component="ul" aria-label={W('blackout_list')} sx={CHIPS}>
          {blackout.map((one) => (
            <li key={one}>
              <Chip
                size="small"
                label={formatDay(one, locale)}
                onClick={() => onChange({ blackout: blackout.filter((other) => other !== one) })}
                onDelete={() => onChange({ blackout: blackout.filter((other) => other !== one) })}
                aria-label={W('blackout_remove', { day: formatDay(one, locale) })}
              />
            </li>
          ))}
        </Box>
      )}
      <FormControlLabel
        sx={{ mt: 1 }}
        control={
          <Switch
            checked={noNoticeDays !== null}
            onChange={(_event, on) => onChange({ noNoticeDays: on ? SUGGESTED_WINDOW : null })}
          />
        }
        label={W('no_notice')}
      />
      {noNoticeDays !== null && (
        <TextField
          type="number"
          label={W('no_notice_days')}
          helperText={W('no_notice_help')}
          value={noNoticeDays}
          onChange={(event) =>
            onChange({
              noNoticeDays: Math.min(31, Math.max(1, Math.floor(Number(event.target.value)) || 1)),
            })
          }
          slotProps={{ htmlInput: { min: 1, max: 31 } }}
        />
      )}
    </SectionCard>
  );
};

const CHIPS = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 0.75,
  listStyle: 'none',
  p: 0,
  m: 0,
  mt: 1,
} as const;
