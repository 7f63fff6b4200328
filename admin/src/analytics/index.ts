import { PeopleBehind } from './PeopleBehind.js';

export { AnalyticsPage } from './AnalyticsPage.js';
export const analyticsPeople = { list: PeopleBehind };
