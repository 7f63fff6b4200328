import { ImportCreate } from './ImportCreate.js';
import { ImportList } from './ImportList.js';
import { ImportShow } from './ImportShow.js';

export const peopleImports = {
  list: ImportList,
  create: ImportCreate,
  show: ImportShow,
  recordRepresentation: 'fileName',
};
