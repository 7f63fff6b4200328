import { Create, useTranslate } from 'react-admin';
import { FORM_WIDTH, PersonForm } from './PersonForm.js';

export const PersonCreate = () => {
  const translate = useTranslate();
  return (
    <Create
      sx={FORM_WIDTH}
      redirect={(_resource, id) => `people?person=${String(id)}`}
      title={translate('resources.people.add')}
    >
      <PersonForm isNew />
    </Create>
  );
};
