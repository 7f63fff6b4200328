import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Course } from '../providers/contract.js';
import { DepartmentPicker } from '../shared/DepartmentPicker.js';
import { TierToggles } from '../shared/TierToggles.js';
import { useText } from '../shared/useLocale.js';
import type { AnalyticsFilters } from './filters.js';

interface Props {
  filters: AnalyticsFilters;
  courses: readonly Course[];
  onChange: (part: Partial<AnalyticsFilters>) => void;
}

export const AnalyticsFilterBar = ({ filters, courses, onChange }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const T = (key: string) => translate(`resources.analytics.${key}`);
  const day = (name: 'from' | 'to') => (
    <TextField
      type="date"
      label={T(name)}
      value={filters[name] ?? ''}
      onChange={(event) => onChange({ [name]: event.target.value || null })}
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ width: 165 }}
    />
  );
  return (
    <Box
      role="search"
      aria-label={translate('list.filters')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}
    >
      <Box sx={{ width: 250 }}>
        <DepartmentPicker
          label={T('department')}
          value={filters.departmentId}
          onChange={(departmentId) => onChange({ departmentId })}
        />
      </Box>
      <TierToggles label={T('tiers')} value={filters.tier} onChange={(tier) => onChange({ tier })} />
      <TextField
        select
        label={T('course')}
        value={courses.some(({ id }) => id === filters.courseId) ? filters.courseId : ''}
        onChange={(event) => onChange({ courseId: event.target.value || null })}
        sx={{ width: 230 }}
      >
        <MenuItem value="">{translate('common.all')}</MenuItem>
        {courses.map((course) => (
          <MenuItem key={course.id} value={course.id}>
            {textIn(course.title)}
          </MenuItem>
        ))}
      </TextField>
      {day('from')}
      {day('to')}
    </Box>
  );
};
