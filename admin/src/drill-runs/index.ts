import { lazy } from 'react';
import type { DrillRun } from '../providers/contract.js';
import { RunList } from './RunList.js';

export const drillRuns = {
  list: RunList,
  create: lazy(() => import('./RunCreate.js').then((module) => ({ default: module.RunCreate }))),
  edit: lazy(() => import('./RunCast.js').then((module) => ({ default: module.RunCast }))),
  show: lazy(() => import('./RunShow.js').then((module) => ({ default: module.RunShow }))),
  recordRepresentation: (run: DrillRun) => run.title ?? run.scenario.title.zh,
};

export const LivePage = lazy(() =>
  import('./live/LivePage.js').then((module) => ({ default: module.LivePage })),
);
export const WallPage = lazy(() =>
  import('./wall/WallPage.js').then((module) => ({ default: module.WallPage })),
);
export const WallApp = lazy(() =>
  import('./wall/WallApp.js').then((module) => ({ default: module.WallApp })),
);
