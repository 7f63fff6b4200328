import { Create, useTranslate } from 'react-admin';
import { PersonForm } from './PersonForm.js';

export const PersonCreate = () => {
  const translate = useTranslate();
  return (
    <Create redirect={(_resource, id) => `people?person=${String(id)}`} title={translate('resources.people.add')}>
      <PersonForm isNew />
    </Create>
  );
};
