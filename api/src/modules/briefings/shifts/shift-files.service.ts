import { Injectable } from '@nestjs/common';
import {
  SHIFT_COLUMNS,
  SHIFT_ROWS,
  type Locale,
  type ShiftFileQuery,
  type ShiftFileReport,
  type ShiftRowError,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { BOM, csvLine } from '../../../platform/spreadsheet/csv.js';
import { FileTooLarge, FileUnreadable } from '../../../platform/spreadsheet/file-faults.js';
import { readCsv } from '../../../platform/spreadsheet/read-csv.js';
import type { SheetTable } from '../../../platform/spreadsheet/sheet-table.js';
import { decodeText, type TextEncoding } from '../../../platform/spreadsheet/text-encoding.js';
import { isTimeZone } from '../../people/index.js';
import { CHINESE_HEADINGS, overlapping, readShiftRows } from './shift-file.js';
import {
  ShiftFileHasErrors,
  ShiftFileTooLarge,
  ShiftFileUnreadable,
  ShiftTimeZoneUnknown,
} from './shift.errors.js';
import { Shifts } from './shifts.service.js';

const SHOWN_ERRORS = 200;
const SAMPLE = 20;

/** Rosters as CSV files: checked as a whole, written as a whole. */
@Injectable()
export class ShiftFiles {
  constructor(
    private readonly database: Database,
    private readonly shifts: Shifts,
  ) {}

  /**
   * Says what a file holds and what it would change; when it is to be committed and no row is wrong, it does so.
   * @throws ShiftFileUnreadable, ShiftFileTooLarge, ShiftColumnMissing, ShiftTimeZoneUnknown, ShiftFileHasErrors
   */
  async read(
    actor: Actor,
    { name, bytes }: { name: string; bytes: Buffer },
    { timeZone }: z.infer<typeof ShiftFileQuery>,
    committed: boolean,
  ): Promise<ShiftFileReport> {
    const zone = timeZone ?? (await this.organisationZone());
    if (!isTimeZone(zone)) throw new ShiftTimeZoneUnknown();
    const { encoding, table } = await tableOf(bytes);
    const { rows, errors, columns, ignored } = readShiftRows(table, zone);
    return this.database.transaction(async (tx) => {
      const people = await this.shifts.peopleOf(tx, actor.scopeDepartmentId, [
        ...new Set(rows.map(({ employeeNo }) => employeeNo)),
      ]);
      const all: ShiftRowError[] = [...errors, ...overlapping(rows)];
      for (const { line, employeeNo } of rows)
        if (!people.has(employeeNo))
          all.push({
            line,
            column: 'employee_no',
            value: employeeNo,
            code: 'person_unknown',
            otherLine: null,
          });
      all.sort((a, b) => a.line - b.line);
      const known = rows.flatMap((row) => {
        const person = people.get(row.employeeNo);
        return person ? [{ ...row, personId: person.id, name: person.name }] : [];
      });
      const counts = await this.shifts.plan(tx, known);
      if (committed && all.length > 0) throw new ShiftFileHasErrors();
      if (committed) await this.shifts.write(tx, known);
      return {
        fileName: name,
        encoding,
        timeZone: zone,
        committed,
        rows: table.rows.length,
        ...counts,
        columns,
        ignoredColumns: ignored,
        errorCount: all.length,
        errors: all.slice(0, SHOWN_ERRORS),
        sample: known.slice(0, SAMPLE).map((row) => ({
          line: row.line,
          employeeNo: row.employeeNo,
          name: row.name,
          timeZone: row.timeZone,
          startsAt: row.startsAt.toISOString(),
          endsAt: row.endsAt.toISOString(),
        })),
      };
    });
  }

  private async organisationZone(): Promise<string> {
    const [row] = await this.database.query<{ zone: string }>('SELECT time_zone AS zone FROM organisation');
    return row!.zone;
  }
}

/** An empty roster with its headings and two rows that show how to fill it in: one of them over midnight. */
export function shiftTemplate(locale: Locale): string {
  const header = SHIFT_COLUMNS.map((column) => (locale === 'en' ? column : CHINESE_HEADINGS[column]));
  const zone = locale === 'en' ? 'Europe/Dublin' : 'Asia/Shanghai';
  const rows = [
    ['0000001', '2026-11-30', '09:00', '18:00', ''],
    ['0000002', '2026-11-30', '22:00', '06:00', zone],
  ];
  return BOM + [header, ...rows].map((row) => csvLine(row)).join('');
}

async function tableOf(bytes: Buffer): Promise<{ encoding: TextEncoding; table: SheetTable }> {
  try {
    const { text, encoding } = decodeText(bytes);
    return { encoding, table: await readCsv(text, { maxRows: SHIFT_ROWS }) };
  } catch (error) {
    if (error instanceof FileTooLarge) throw new ShiftFileTooLarge(error.message);
    if (error instanceof FileUnreadable) throw new ShiftFileUnreadable(error.message, error.line);
    throw error;
  }
}
