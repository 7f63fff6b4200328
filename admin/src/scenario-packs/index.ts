import { lazy } from 'react';
import { PackList } from './PackList.js';

export const scenarioPacks = {
  list: PackList,
  create: lazy(() => import('./PackCreate.js').then((module) => ({ default: module.PackCreate }))),
  show: lazy(() => import('./pack/PackShow.js').then((module) => ({ default: module.PackShow }))),
};
export const PackExportPage = lazy(() =>
  import('./export/PackExportPage.js').then((module) => ({ default: module.PackExportPage })),
);
export const SignersPage = lazy(() =>
  import('./signers/SignersPage.js').then((module) => ({ default: module.SignersPage })),
);
export const ScoresPage = lazy(() =>
  import('./scores/ScoresPage.js').then((module) => ({ default: module.ScoresPage })),
);
