import { Edit, useRecordContext, useTranslate } from 'react-admin';
import type { Person } from '../providers/contract.js';
import { FORM_WIDTH, PersonForm } from './PersonForm.js';

export const PersonEdit = () => (
  <Edit
    sx={FORM_WIDTH}
    mutationMode="pessimistic"
    redirect={(_resource, id) => `people?person=${String(id)}`}
    title={<EditTitle />}
    actions={false}
  >
    <PersonForm />
  </Edit>
);

const EditTitle = () => {
  const translate = useTranslate();
  const person = useRecordContext<Person>();
  return <>{person && translate('resources.people.edit_title', { name: person.name })}</>;
};
