import { Box, FormControlLabel, Radio, RadioGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import { DepartmentPicker } from '../../shared/DepartmentPicker.js';
import { PeoplePicker } from '../../shared/PeoplePicker.js';
import { TierChecks } from '../../shared/TierChecks.js';
import { ConditionBuilder } from '../condition/ConditionBuilder.js';
import { WAYS, type Draft } from './draft.js';

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
        value={draft.who}
        onChange={(_event, value) => onChange({ who: value as Draft['who'] })}
      >
        {WAYS.map((way) => (
          <FormControlLabel key={way} value={way} control={<Radio />} label={T(way)} />
        ))}
      </RadioGroup>
      {draft.who === 'condition' && (
        <Box sx={{ pt: 1.5 }}>
          <ConditionBuilder value={draft.condition} onChange={(condition) => onChange({ condition })} />
        </Box>
      )}
      {draft.who === 'chosen' && (
        <Box sx={{ pl: { sm: 4 }, pt: 1, display: 'grid', gap: 1.5 }}>
          <TierChecks
            label={T('tiers')}
            help={T('tiers_help')}
            value={draft.tiers}
            onChange={(tiers) => onChange({ tiers })}
          />
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
