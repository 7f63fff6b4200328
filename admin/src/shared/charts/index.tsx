import { lazy } from 'react';

/** Charts with their library in a chunk of their own; put them into a ChartFrame. */
export const Bars = lazy(() => import('./Bars.js').then((module) => ({ default: module.Bars })));
export const Trend = lazy(() => import('./Trend.js').then((module) => ({ default: module.Trend })));
export const Curves = lazy(() => import('./Curves.js').then((module) => ({ default: module.Curves })));
