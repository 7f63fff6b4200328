export type {
  SheetRow as RosterRow,
  SheetTable as RosterTable,
} from '../../platform/spreadsheet/sheet-table.js';

/** A larger company comes in several files: all of one are held in memory and committed in one transaction. */
export const MAX_ROWS = 100_000;
