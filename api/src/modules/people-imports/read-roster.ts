import { ROSTER_REQUIRED_COLUMNS } from '@readyroom/contract';
import { inSlices } from './in-slices.js';
import { mapColumns, type RosterColumn } from './roster-columns.js';
import type { RosterRow, RosterTable } from './roster-table.js';
import { readValue, type RowErrorCode } from './roster-values.js';

export interface RowError {
  readonly line: number;
  readonly column: RosterColumn | null;
  readonly value: string | null;
  readonly code: RowErrorCode;
  readonly otherLine: number | null;
}

/** What a row says about a person: a column that the file lacks is absent, an empty cell is null. */
export type RosterFields = Partial<Record<RosterColumn, string | null>>;

export interface RosterEntry {
  readonly line: number;
  readonly fields: RosterFields;
  readonly errors: RowError[];
}

export interface Roster {
  readonly columns: readonly RosterColumn[];
  readonly ignoredColumns: readonly string[];
  readonly entries: readonly RosterEntry[];
}

const MISSING: Record<(typeof ROSTER_REQUIRED_COLUMNS)[number], RowErrorCode> = {
  employee_no: 'employee_no_missing',
  name: 'name_missing',
  department: 'department_missing',
  tier: 'tier_unknown',
};

/** Understands a table as a roster, each row for itself. */
export async function readRoster({ header, rows }: RosterTable): Promise<Roster> {
  const { at, ignored } = mapColumns(header);
  const entries = await inSlices(rows, (row) => readRow(row, header.length, at));
  refuseRepeatedNumbers(entries);
  return { columns: [...at.keys()], ignoredColumns: ignored, entries };
}

function readRow(row: RosterRow, width: number, at: ReadonlyMap<RosterColumn, number>): RosterEntry {
  const { line, cells } = row;
  const entry: RosterEntry = { line, fields: {}, errors: [] };
  if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')) {
    // Cells have slipped: what stands where is anybody's guess.
    entry.errors.push({
      line,
      column: null,
      value: `${cells.length}/${width}`,
      code: 'column_count',
      otherLine: null,
    });
    return entry;
  }
  for (const [column, index] of at) {
    const cell = cells[index]!;
    const reading = readValue(column, cell);
    if ('error' in reading)
      entry.errors.push({ line, column, value: shown(cell), code: reading.error, otherLine: null });
    else if (reading.value !== null) entry.fields[column] = reading.value;
    else if (column in MISSING)
      entry.errors.push({
        line,
        column,
        value: null,
        code: MISSING[column as keyof typeof MISSING],
        otherLine: null,
      });
    // Language and status cannot be empty: an empty cell leaves them.
    else if (column !== 'locale' && column !== 'status') entry.fields[column] = null;
  }
  return entry;
}

const shown = (cell: string): string => Array.from(cell).slice(0, 200).join('');

function refuseRepeatedNumbers(entries: readonly RosterEntry[]): void {
  const first = new Map<string, number>();
  for (const { line, fields, errors } of entries) {
    const number = fields.employee_no;
    if (!number) continue;
    const otherLine = first.get(number);
    if (otherLine === undefined) first.set(number, line);
    else
      errors.push({ line, column: 'employee_no', value: number, code: 'employee_no_duplicate', otherLine });
  }
}
