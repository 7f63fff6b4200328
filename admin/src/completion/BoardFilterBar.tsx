import { FormControlLabel, Switch } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useCourses } from '../audience-rules/useCourses.js';
import { BoardFilterBar as FilterBar } from '../shared/BoardFilterBar.js';
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
  const all = courses.map(({ id, title }) => ({ id, name: textIn(title) }));
  return (
    <FilterBar
      filters={filters}
      onChange={onChange}
      words="resources.completion"
      things={{ name: 'courses', all, chosen: filters.courseId }}
      onThings={(courseId) => onChange({ courseId })}
    >
      <FormControlLabel
        control={<Switch checked={byTier} onChange={(_event, checked) => onByTier(checked)} />}
        label={translate('resources.completion.by_tier')}
      />
    </FilterBar>
  );
};
