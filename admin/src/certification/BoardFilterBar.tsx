import { Autocomplete, Box, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Tier } from '../providers/contract.js';
import { DepartmentPicker } from '../shared/DepartmentPicker.js';
import { TIERS } from '../shared/TierChip.js';
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
          <ToggleButton key={tier} value={tier} sx={{ px: 1.5, minHeight: 40 }}>
            {translate(`tier.${tier}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Autocomplete
        multiple
        limitTags={1}
        options={programs}
        value={programs.filter(({ id }) => filters.programId.includes(id))}
        onChange={(_event, value) => onChange({ programId: value.map(({ id }) => id) })}
        getOptionLabel={(program) => textIn(program.document.title)}
        getOptionKey={(program) => program.id}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        noOptionsText={translate('list.none_found')}
        clearText={translate('common.clear')}
        openText={translate('common.open')}
        closeText={translate('common.close')}
        sx={{ minWidth: 240, flex: 1, maxWidth: 420 }}
        renderInput={(params) => <TextField {...params} label={T('programs')} />}
      />
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
    </Box>
  );
};
