import { AutocompleteInput, DateInput, maxLength, ReferenceInput, required, TextInput } from 'react-admin';
import type { Person } from '../../providers/contract.js';

const inputOf = (person?: Person) => (person ? `${person.name} · ${person.employeeNo}` : '');

/** What, who and when; the same for a new action and for one that is there. */
export const ActionFields = () => (
  <>
    <TextInput source="what" validate={[required(), maxLength(500)]} multiline minRows={2} />
    <ReferenceInput
      source="ownerId"
      reference="people"
      perPage={20}
      sort={{ field: 'name', order: 'ASC' }}
      filter={{ status: 'active' }}
    >
      <AutocompleteInput
        label="resources.improvement-actions.fields.ownerId"
        optionText={inputOf}
        filterToQuery={(q: string) => ({ q })}
        validate={required()}
      />
    </ReferenceInput>
    <DateInput source="startOn" validate={required()} />
    <DateInput source="dueOn" validate={required()} />
  </>
);
