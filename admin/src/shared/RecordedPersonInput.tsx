import { AutocompleteInput, ReferenceInput, type InputProps } from 'react-admin';
import type { RecordedPerson } from '../providers/contract.js';

/** Filter by somebody's name or number; also for auditors, who may not read the staff. */
export const RecordedPersonInput = ({ source, label }: Pick<InputProps, 'source' | 'label' | 'alwaysOn'>) => (
  <ReferenceInput source={source} reference="recorded-people" sort={{ field: 'name', order: 'ASC' }}>
    <AutocompleteInput
      label={label}
      optionText={(person?: RecordedPerson) => (person ? `${person.name} ${person.employeeNo}` : '')}
      filterToQuery={(q: string) => ({ q })}
      sx={{ minWidth: 220 }}
    />
  </ReferenceInput>
);
