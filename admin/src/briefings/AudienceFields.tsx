import {
  Box,
  Checkbox,
  FormControlLabel,
  FormHelperText,
  MenuItem,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { ConditionBuilder } from '../audience-rules/condition/ConditionBuilder.js';
import type { BriefingShift } from '../providers/contract.js';
import { DepartmentPicker } from '../shared/DepartmentPicker.js';
import { TierChecks } from '../shared/TierChecks.js';
import { MINUTES, SHIFTS, WAYS, type Reach } from './audience.js';

interface Props {
  reach: Reach;
  onChange: (part: Partial<Reach>) => void;
}

/** Tiers and departments, or any condition that a rule can have; shifts; until when. */
export const AudienceFields = ({ reach, onChange }: Props) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`briefings.${key}`, options);
  const minutes = [...new Set([...MINUTES, reach.withinMinutes])].sort((a, b) => a - b);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <RadioGroup
        row
        aria-label={T('who')}
        value={reach.who}
        onChange={(_event, value) => onChange({ who: value as Reach['who'] })}
      >
        {WAYS.map((way) => (
          <FormControlLabel key={way} value={way} control={<Radio />} label={T(`way.${way}`)} />
        ))}
      </RadioGroup>
      {reach.who === 'condition' ? (
        <ConditionBuilder value={reach.condition} onChange={(condition) => onChange({ condition })} />
      ) : (
        <>
          <TierChecks
            label={T('tiers')}
            help={T('tiers_help')}
            value={reach.tiers}
            onChange={(tiers) => onChange({ tiers })}
          />
          <DepartmentPicker
            multiple
            label={T('departments')}
            value={reach.departments}
            onChange={(departments) => onChange({ departments })}
            helperText={T('departments_help')}
          />
        </>
      )}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr' } }}>
        <TextField
          select
          margin="none"
          label={T('shift_label')}
          value={reach.shift}
          onChange={({ target }) => onChange({ shift: target.value as BriefingShift })}
        >
          {SHIFTS.map((one) => (
            <MenuItem key={one} value={one}>
              {T(`shift.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          margin="none"
          label={T('within')}
          value={reach.withinMinutes}
          onChange={({ target }) => onChange({ withinMinutes: Number(target.value) })}
        >
          {minutes.map((n) => (
            <MenuItem key={n} value={n}>
              {T('minutes', { n })}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <Box>
        <FormControlLabel
          label={T('joiners')}
          control={<Checkbox checked={reach.joiners} onChange={(_event, joiners) => onChange({ joiners })} />}
        />
        <FormHelperText sx={{ mx: 0, mt: 0 }}>{T('joiners_help')}</FormHelperText>
      </Box>
    </Box>
  );
};
