import { lazy } from 'react';
import { RuleList } from './RuleList.js';
import { RuleShow } from './RuleShow.js';

const AssignWizard = lazy(() =>
  import('./wizard/AssignWizard.js').then((module) => ({ default: module.AssignWizard })),
);

export const audienceRules = {
  list: RuleList,
  show: RuleShow,
  create: AssignWizard,
  recordRepresentation: 'name',
};
