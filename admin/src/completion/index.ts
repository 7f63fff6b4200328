import { RowList } from './RowList.js';

export { BoardPage } from './BoardPage.js';
export const completionRows = { list: RowList };
