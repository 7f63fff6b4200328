import {
  Box,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormHelperText,
  FormLabel,
  Radio,
  RadioGroup,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { DepartmentPicker } from '../shared/DepartmentPicker.js';
import { PeoplePicker } from '../shared/PeoplePicker.js';
import { TIERS } from '../shared/TierChip.js';
import type { Draft } from './draft.js';

interface Props {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

export const StepWho = ({ draft, onChange }: Props) => {
  const translate = useTranslate();
  const T = (key: string) => translate(`resources.audience-rules.who.${key}`);
  return (
    <>
      <RadioGroup
        aria-label={translate('resources.audience-rules.step.who')}
        value={draft.everybody ? 'everybody' : 'chosen'}
        onChange={(_event, value) => onChange({ everybody: value === 'everybody' })}
      >
        <FormControlLabel value="everybody" control={<Radio />} label={T('everybody')} />
        <FormControlLabel value="chosen" control={<Radio />} label={T('chosen')} />
      </RadioGroup>
      {!draft.everybody && (
        <Box sx={{ pl: { sm: 4 }, pt: 1, display: 'grid', gap: 1.5 }}>
          <FormControl component="fieldset" margin="none">
            <FormLabel component="legend">{T('tiers')}</FormLabel>
            <FormGroup row>
              {TIERS.map((tier) => (
                <FormControlLabel
                  key={tier}
                  label={translate(`tier.${tier}`)}
                  control={
                    <Checkbox
                      checked={draft.tiers.includes(tier)}
                      onChange={(_event, on) =>
                        onChange({
                          tiers: TIERS.filter((one) => (one === tier ? on : draft.tiers.includes(one))),
                        })
                      }
                    />
                  }
                />
              ))}
            </FormGroup>
            <FormHelperText sx={{ mx: 0 }}>{T('tiers_help')}</FormHelperText>
          </FormControl>
          <DepartmentPicker
            multiple
            label={T('departments')}
            value={draft.departmentIds}
            onChange={(departmentIds) => onChange({ departmentIds })}
            helperText={T('departments_help')}
          />
          <PeoplePicker
            label={T('people')}
            value={draft.personIds}
            onChange={(personIds) => onChange({ personIds })}
            helperText={T('people_help')}
          />
        </Box>
      )}
    </>
  );
};
