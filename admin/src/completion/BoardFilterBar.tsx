import {
  Autocomplete,
  Box,
  FormControlLabel,
  Switch,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { useCourses } from '../audience-rules/useCourses.js';
import type { Tier } from '../providers/contract.js';
import { DepartmentPicker } from '../shared/DepartmentPicker.js';
import { TIERS } from '../shared/TierChip.js';
import { useText } from '../shared/useLocale.js';
import type { BoardFilters } from './filters.js';

interface Props {
  filters: BoardFilters;
  onChange: (part: Partial<BoardFilters>) => void;
  byTier: boolean;
  onByTier: (value: boolean) => void;
}

export const BoardFilterBar = ({ filters, onChange, byTier, onByTier }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const { courses } = useCourses();
  const T = (key: string) => translate(`resources.completion.${key}`);
  const chosen = courses.filter(({ id }) => filters.courseId.includes(String(id)));
  return (
    <Box
      role="search"
      aria-label={translate('list.filters')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}
    >
      <Box sx={{ width: 260 }}>
        <DepartmentPicker
          label={T('department')}
          value={filters.departmentId}
          onChange={(departmentId) => onChange({ departmentId })}
        />
      </Box>
      <ToggleButtonGroup
        size="small"
        value={filters.tier}
        onChange={(_event, tier: Tier[]) => onChange({ tier })}
        aria-label={T('tiers')}
      >
        {TIERS.map((tier) => (
          <ToggleButton key={tier} value={tier} sx={{ textTransform: 'none', px: 1.5, minHeight: 40 }}>
            {translate(`tier.${tier}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Autocomplete
        multiple
        limitTags={1}
        options={courses}
        value={chosen}
        onChange={(_event, value) => onChange({ courseId: value.map(({ id }) => String(id)) })}
        getOptionLabel={(course) => textIn(course.title)}
        getOptionKey={(course) => course.id}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        clearText={translate('common.clear')}
        openText={translate('common.open')}
        closeText={translate('common.close')}
        sx={{ minWidth: 260, flex: 1, maxWidth: 420 }}
        renderInput={(params) => <TextField {...params} label={T('courses')} />}
      />
      <FormControlLabel
        control={<Switch checked={byTier} onChange={(_event, checked) => onByTier(checked)} />}
        label={T('by_tier')}
      />
    </Box>
  );
};
