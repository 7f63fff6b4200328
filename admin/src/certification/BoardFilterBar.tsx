import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import { BoardFilterBar as FilterBar } from '../shared/BoardFilterBar.js';
import { useText } from '../shared/useLocale.js';
import { VIEWS, type BoardFilters, type BoardView } from './filters.js';
import { usePrograms } from './usePrograms.js';

interface Props {
  filters: BoardFilters;
  onChange: (part: Partial<BoardFilters>) => void;
  view: BoardView;
  onView: (view: BoardView) => void;
}

export const BoardFilterBar = ({ filters, onChange, view, onView }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const { programs } = usePrograms();
  const T = (key: string) => translate(`resources.certification.${key}`);
  const all = programs.map(({ id, document }) => ({ id, name: textIn(document.title) }));
  return (
    <FilterBar
      filters={filters}
      onChange={onChange}
      words="resources.certification"
      things={{ name: 'programs', all, chosen: filters.programId }}
      onThings={(programId) => onChange({ programId })}
    >
      <ToggleButtonGroup
        exclusive
        size="small"
        value={view}
        onChange={(_event, to: BoardView | null) => to && onView(to)}
        aria-label={T('columns')}
      >
        {VIEWS.map((one) => (
          <ToggleButton key={one} value={one} sx={{ px: 1.5, minHeight: 40 }}>
            {T(`by_${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </FilterBar>
  );
};
