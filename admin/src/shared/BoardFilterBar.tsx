import { Autocomplete, Box, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Tier } from '../providers/contract.js';
import { DepartmentPicker } from './DepartmentPicker.js';
import { TierToggles } from './TierToggles.js';

interface Place {
  departmentId: string | null;
  tier: Tier[];
}
interface Props {
  filters: Place;
  onChange: (part: Partial<Place>) => void;
  /** Where the board has its words: department, tiers, and `things`. */
  words: string;
  /** What the columns are of: courses, or programs. */
  things: { name: string; all: { id: string; name: string }[]; chosen: readonly string[] };
  onThings: (ids: string[]) => void;
  /** What decides how the board is laid out. */
  children: ReactNode;
}

/** What a board is cut to: departments, tiers, and the things its columns are of. */
export const BoardFilterBar = ({ filters, onChange, words, things, onThings, children }: Props) => {
  const translate = useTranslate();
  const T = (key: string) => translate(`${words}.${key}`);
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
      <TierToggles label={T('tiers')} value={filters.tier} onChange={(tier) => onChange({ tier })} />
      <Autocomplete
        multiple
        limitTags={1}
        options={things.all}
        value={things.all.filter(({ id }) => things.chosen.includes(id))}
        onChange={(_event, value) => onThings(value.map(({ id }) => id))}
        getOptionLabel={({ name }) => name}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        noOptionsText={translate('list.none_found')}
        clearText={translate('common.clear')}
        openText={translate('common.open')}
        closeText={translate('common.close')}
        sx={{ minWidth: 240, flex: 1, maxWidth: 420 }}
        renderInput={(params) => <TextField {...params} label={T(things.name)} />}
      />
      {children}
    </Box>
  );
};
