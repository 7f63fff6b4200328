import { Autocomplete, Box, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AudienceCondition } from '../../providers/contract.js';
import { DepartmentPicker } from '../../shared/DepartmentPicker.js';
import { PeoplePicker } from '../../shared/PeoplePicker.js';
import { useChoices } from '../../shared/useChoices.js';
import { useFormat } from '../../shared/useFormat.js';

interface Props {
  part: AudienceCondition;
  /** Place of the condition, so that no two fields have one name. */
  place: string;
  onChange: (part: AudienceCondition) => void;
}

/** The values of one condition, by its kind. */
export const LeafValues = ({ part, place, onChange }: Props) => {
  const translate = useTranslate();
  const choices = useChoices();
  const label = translate('condition.values', { place });
  if ('department' in part)
    return (
      <DepartmentPicker
        multiple
        label={label}
        value={part.department}
        onChange={(department) => onChange({ department })}
      />
    );
  if ('person' in part)
    return <PeoplePicker label={label} value={part.person} onChange={(person) => onChange({ person })} />;
  if ('hired' in part) return <Hired part={part} place={place} onChange={onChange} />;
  if ('tier' in part)
    return (
      <Closed
        label={label}
        values={part.tier}
        choices={choices.tiers}
        onChange={(tier) => onChange({ tier })}
      />
    );
  if ('role' in part)
    return (
      <Closed
        label={label}
        values={part.role}
        choices={choices.roles}
        onChange={(role) => onChange({ role })}
      />
    );
  if ('position' in part)
    return <Open label={label} values={part.position} onChange={(position) => onChange({ position })} />;
  if ('tag' in part)
    return (
      <Open
        label={label}
        values={part.tag}
        onChange={(tags) => onChange({ tag: [...new Set(tags.map((tag) => tag.toLowerCase()))] })}
      />
    );
  return null;
};

const Hired = ({
  part: { hired },
  place,
  onChange,
}: {
  part: Extract<AudienceCondition, { hired: object }>;
  place: string;
  onChange: Props['onChange'];
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const isCrossed = hired.from !== null && hired.to !== null && hired.from > hired.to;
  return (
    <Box sx={{ display: 'grid', gap: '0 12px', gridTemplateColumns: '1fr 1fr' }}>
      {(['from', 'to'] as const).map((bound) => (
        <TextField
          key={bound}
          type="date"
          label={translate(`condition.${bound}`)}
          value={hired[bound] ?? ''}
          error={isCrossed}
          helperText={hired[bound] ? format.day(hired[bound]) : undefined}
          onChange={(event) => onChange({ hired: { ...hired, [bound]: event.target.value || null } })}
          slotProps={{
            inputLabel: { shrink: true },
            htmlInput: { 'aria-label': `${translate(`condition.${bound}`)} ${place}` },
          }}
        />
      ))}
    </Box>
  );
};

interface ClosedProps<T extends string> {
  label: string;
  values: T[];
  choices: { id: string; name: string }[];
  onChange: (values: T[]) => void;
}

/** Values of a closed list. */
const Closed = <T extends string>({ label, values, choices, onChange }: ClosedProps<T>) => {
  const translate = useTranslate();
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={choices}
      value={choices.filter(({ id }) => values.includes(id as T))}
      onChange={(_event, chosen) => onChange(chosen.map(({ id }) => id as T))}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, one) => option.id === one.id}
      clearText={translate('common.clear')}
      openText={translate('common.open')}
      closeText={translate('common.close')}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
};

interface OpenProps {
  label: string;
  values: string[];
  onChange: (values: string[]) => void;
}

/** Words of one's own; what has been typed counts also when the field is left. */
const Open = ({ label, values, onChange }: OpenProps) => {
  const translate = useTranslate();
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      options={[] as string[]}
      value={values}
      onChange={(_event, chosen) => onChange(chosen.map((value) => value.trim()).filter(Boolean))}
      clearText={translate('common.clear')}
      renderInput={(params) => (
        <TextField {...params} label={label} helperText={translate('condition.words_help')} />
      )}
    />
  );
};
