import { lazy } from 'react';
import type { ImprovementAction } from '../providers/contract.js';
import { ActionList } from './actions/ActionList.js';

export const improvementActions = {
  list: ActionList,
  create: lazy(() =>
    import('./actions/ActionCreate.js').then((module) => ({ default: module.ActionCreate })),
  ),
  edit: lazy(() => import('./actions/ActionEdit.js').then((module) => ({ default: module.ActionEdit }))),
  recordRepresentation: ({ what }: ImprovementAction) => what,
};

export const ReportPage = lazy(() =>
  import('./ReportPage.js').then((module) => ({ default: module.ReportPage })),
);
