import { PersonCreate } from './PersonCreate.js';
import { PersonEdit } from './PersonEdit.js';
import { PeopleList } from './PeopleList.js';

export const people = {
  list: PeopleList,
  create: PersonCreate,
  edit: PersonEdit,
  recordRepresentation: 'name',
};
