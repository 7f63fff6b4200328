import { lazy } from 'react';
import { BriefingList } from './BriefingList.js';

const BoardPage = lazy(() => import('./BoardPage.js').then((module) => ({ default: module.BoardPage })));
const SendPage = lazy(() => import('./SendPage.js').then((module) => ({ default: module.SendPage })));

export const briefings = { list: BriefingList, show: BoardPage, create: SendPage };
