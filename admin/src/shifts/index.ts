import { lazy } from 'react';

export const ShiftsPage = lazy(() =>
  import('./ShiftsPage.js').then((module) => ({ default: module.ShiftsPage })),
);
