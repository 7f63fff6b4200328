import { lazy } from 'react';
import { PeopleList } from './PeopleList.js';

export const ReadinessPage = lazy(() =>
  import('./ReadinessPage.js').then((module) => ({ default: module.ReadinessPage })),
);
export const readinessPeople = {
  list: PeopleList,
  show: lazy(() => import('./PersonPage.js').then((module) => ({ default: module.PersonPage }))),
};
