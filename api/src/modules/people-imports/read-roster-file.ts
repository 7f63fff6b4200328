import { FileTooLarge, FileUnreadable } from '../../platform/spreadsheet/file-faults.js';
import { readCsv } from '../../platform/spreadsheet/read-csv.js';
import { readXlsx } from '../../platform/spreadsheet/read-xlsx.js';
import { decodeText, type TextEncoding } from '../../platform/spreadsheet/text-encoding.js';
import { PeopleImportTooLarge, PeopleImportUnreadable } from './people-import.errors.js';
import { MAX_ROWS, type RosterTable } from './roster-table.js';

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** Of everything taken out of a workbook together. */
const MAX_BYTES = 128 * 1024 * 1024;
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

export interface RosterFile {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: TextEncoding | 'xlsx';
  readonly table: RosterTable;
}

/** Reads a roster by what the file contains; its name says nothing. */
export async function readRosterFile(bytes: Buffer): Promise<RosterFile> {
  if (bytes.subarray(0, 4).equals(ZIP))
    return { format: 'xlsx', encoding: 'xlsx', table: await readWorkbook(bytes) };
  if (bytes.subarray(0, 4).equals(OLE))
    throw new PeopleImportUnreadable(
      'It is an old or password-protected Excel file; save it as xlsx without a password',
    );
  return asRefusal(async () => {
    const { text, encoding } = decodeText(bytes);
    return { format: 'csv', encoding, table: await readCsv(text, { maxRows: MAX_ROWS }) };
  });
}

const readWorkbook = (bytes: Buffer): Promise<RosterTable> =>
  asRefusal(() => readXlsx(bytes, { maxRows: MAX_ROWS, maxBytes: MAX_BYTES }));

async function asRefusal<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FileTooLarge) throw new PeopleImportTooLarge(error.message);
    if (error instanceof FileUnreadable) throw new PeopleImportUnreadable(error.message, error.line);
    throw error;
  }
}
