import { Autocomplete, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useGetMany, useTranslate } from 'react-admin';
import type { Person } from '../providers/contract.js';
import { useDebounced } from './useDebounced.js';

interface Props {
  label: string;
  value: string[];
  onChange: (ids: string[]) => void;
  helperText?: string;
  /** People who cannot be chosen here. */
  taken?: ReadonlySet<string>;
  /** Shows where somebody stands in the company. */
  withTier?: boolean;
}

const SHOWN_CHIPS = 12;

/** Chooses people by name, initials or employee number. */
export const PeoplePicker = ({ label, value, onChange, helperText, taken, withTier }: Props) => {
  const translate = useTranslate();
  const [input, setInput] = useState('');
  const q = useDebounced(input.trim(), 250);
  const { data: found = [], isFetching } = useGetList<Person>(
    'people',
    {
      pagination: { page: 1, perPage: 20 },
      sort: { field: 'name', order: 'ASC' },
      filter: { status: 'active', ...(q ? { q } : {}) },
    },
    { placeholderData: (before) => before },
  );
  const { data: chosen = [] } = useGetMany<Person>('people', { ids: value }, { enabled: value.length > 0 });
  const selected = value.length ? chosen.filter((person) => person && value.includes(person.id)) : [];
  return (
    <Autocomplete
      multiple
      options={found}
      value={selected}
      loading={isFetching}
      limitTags={SHOWN_CHIPS}
      inputValue={input}
      onInputChange={(_event, text) => setInput(text)}
      onChange={(_event, people) => onChange(people.map(({ id }) => id))}
      isOptionEqualToValue={(option, one) => option.id === one.id}
      getOptionLabel={(person) =>
        withTier ? `${person.name} · ${translate(`tier.${person.tier}`)}` : person.name
      }
      getOptionDisabled={({ id }) => taken?.has(id) ?? false}
      getOptionKey={(person) => person.id}
      filterOptions={(options) => options}
      loadingText={translate('common.loading')}
      noOptionsText={translate('list.none_found')}
      clearText={translate('common.clear')}
      openText={translate('common.open')}
      closeText={translate('common.close')}
      renderOption={({ key, ...rest }, person) => (
        <li key={key} {...rest}>
          {person.name}
          <Typography component="span" variant="body2" color="text.secondary" sx={{ ml: 1 }}>
            {withTier && `${translate(`tier.${person.tier}`)} · `}
            {person.employeeNo} · {person.department.path}
          </Typography>
        </li>
      )}
      renderInput={(params) => <TextField {...params} label={label} helperText={helperText} />}
    />
  );
};
