import { lazy } from 'react';
import type { Scenario } from '../providers/contract.js';
import { ScenarioList } from './ScenarioList.js';

export const scenarios = {
  list: ScenarioList,
  show: lazy(() => import('./ScenarioShow.js').then((module) => ({ default: module.ScenarioShow }))),
  recordRepresentation: (scenario: Scenario) => scenario.title.zh,
};

export { InjectTable } from './InjectTable.js';
export { namesOf } from './names.js';
export { Overview } from './Overview.js';

export const MselImportPage = lazy(() =>
  import('./msel-import/MselImportPage.js').then((module) => ({ default: module.MselImportPage })),
);
