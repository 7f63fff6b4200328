import { lazy } from 'react';
import { RowList } from './RowList.js';

export const CertificationPage = lazy(() =>
  import('./BoardPage.js').then((module) => ({ default: module.BoardPage })),
);
export const PersonProgramsPage = lazy(() =>
  import('./person/PersonProgramsPage.js').then((module) => ({ default: module.PersonProgramsPage })),
);
export { PersonPrograms } from './person/PersonPrograms.js';
export const certificationPeople = { list: RowList };
