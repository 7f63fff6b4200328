import { FileTooLarge, FileUnreadable } from '../../../platform/spreadsheet/file-faults.js';
import { isStorable } from '../../../platform/http/storable.js';
import { readXlsx } from '../../../platform/spreadsheet/read-xlsx.js';
import type { SheetTable } from '../../../platform/spreadsheet/sheet-table.js';
import { MselTooLarge, MselUnreadable } from './msel.errors.js';
import { FORMULA_MARK } from './read-row.js';

/** Of the file as it is sent. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;
/** Of what comes out of it. */
const MAX_BYTES = 16 * 1024 * 1024;
/** A scenario has 110 injects at most. */
const MAX_ROWS = 200;

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** The first sheet of a workbook; formulas stand in it as texts with a mark. */
export async function readMsel(bytes: Buffer): Promise<SheetTable> {
  if (!bytes.subarray(0, ZIP.length).equals(ZIP))
    throw new MselUnreadable('It is no xlsx workbook; save it as xlsx without a password');
  const table = await readXlsx(bytes, {
    maxRows: MAX_ROWS,
    maxBytes: MAX_BYTES,
    formulaMark: FORMULA_MARK,
  }).catch((error: unknown) => {
    if (error instanceof FileTooLarge) throw new MselTooLarge(error.message);
    if (error instanceof FileUnreadable) throw new MselUnreadable(error.message);
    throw error;
  });
  if (table.header.some((heading) => heading.startsWith(FORMULA_MARK)))
    throw new MselUnreadable('A heading is a formula');
  if ([table.header, ...table.rows.map(({ cells }) => cells)].some((cells) => !cells.every(isStorable)))
    throw new MselUnreadable('A cell contains characters that cannot be stored');
  if (table.rows.length === 0) throw new MselUnreadable('It has a header, but no rows');
  return table;
}
