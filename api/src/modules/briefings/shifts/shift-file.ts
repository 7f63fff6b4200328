import {
  SHIFT_REQUIRED_COLUMNS,
  type ShiftColumn,
  type ShiftRowError,
  type ShiftRowErrorCode,
} from '@readyroom/contract';
import { Temporal } from 'temporal-polyfill';
import type { SheetTable } from '../../../platform/spreadsheet/sheet-table.js';
import { isTimeZone } from '../../people/index.js';
import { ShiftColumnMissing, ShiftFileUnreadable } from './shift.errors.js';

/** A row whose times are understood; who it is has still to be found. */
export interface ShiftRow {
  readonly line: number;
  readonly employeeNo: string;
  readonly timeZone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}
export interface ShiftRows {
  readonly rows: ShiftRow[];
  readonly errors: ShiftRowError[];
  readonly columns: { column: ShiftColumn; heading: string }[];
  readonly ignored: string[];
}

/** Headings of the template in Chinese; those of the contract are the English ones. */
export const CHINESE_HEADINGS: Readonly<Record<ShiftColumn, string>> = {
  employee_no: '工号',
  date: '日期',
  start: '上班时间',
  end: '下班时间',
  time_zone: '时区',
};
const HEADINGS = new Map<string, ShiftColumn>([
  ...Object.entries(CHINESE_HEADINGS).map(([column, heading]) => [heading, column as ShiftColumn] as const),
  ...Object.keys(CHINESE_HEADINGS).map((column) => [column, column as ShiftColumn] as const),
  ['员工编号', 'employee_no'],
  ['员工号', 'employee_no'],
  ['开始时间', 'start'],
  ['结束时间', 'end'],
  ['上班', 'start'],
  ['下班', 'end'],
  ['day', 'date'],
  ['start_time', 'start'],
  ['end_time', 'end'],
]);

/**
 * Reads a roster: a day and two times of day by the wall clock of a zone. An end that is not after the start is on the
 * next day, so that 08:00 to 08:00 is a day of duty. Where clocks are set back and a time comes twice, a shift begins with the first and ends with the second, so
 * that nobody is taken to be off while they may be on; a time that clocks leave out is an error.
 * @throws ShiftColumnMissing, ShiftFileUnreadable
 */
export function readShiftRows({ header, rows: lines }: SheetTable, zone: string): ShiftRows {
  const { at, columns, ignored } = mapColumns(header);
  const rows: ShiftRow[] = [];
  const errors: ShiftRowError[] = [];
  for (const { line, cells } of lines) {
    const cell = (column: ShiftColumn) => (cells[at.get(column) ?? -1] ?? '').normalize('NFKC').trim();
    const wrong = (code: ShiftRowErrorCode, column: ShiftColumn | null) =>
      errors.push({
        line,
        column,
        value: column ? cell(column).slice(0, 100) : null,
        code,
        otherLine: null,
      });
    // Blank cells at the end of a line are often left out, or added.
    if (cells.slice(header.length).some((extra) => extra.trim() !== '')) {
      wrong('column_count', null);
      continue;
    }
    const employeeNo = cell('employee_no');
    const timeZone = cell('time_zone') || zone;
    const day = dayOf(cell('date'));
    const [start, end] = [timeOf(cell('start'), false), timeOf(cell('end'), true)];
    const before = errors.length;
    if (!employeeNo) wrong('employee_no_missing', 'employee_no');
    if (!day) wrong('date_impossible', 'date');
    if (!start) wrong('time_impossible', 'start');
    if (!end) wrong('time_impossible', 'end');
    if (!isTimeZone(timeZone)) wrong('time_zone_unknown', 'time_zone');
    if (errors.length > before || !day || !start || !end) continue;
    const overnight = Temporal.PlainTime.compare(end, start) <= 0;
    const startsAt = instantOf(day.toPlainDateTime(start), timeZone, 'earlier');
    const endsAt = instantOf(day.add({ days: overnight ? 1 : 0 }).toPlainDateTime(end), timeZone, 'later');
    if (!startsAt) wrong('time_skipped', 'start');
    if (!endsAt) wrong('time_skipped', 'end');
    if (startsAt && endsAt) rows.push({ line, employeeNo, timeZone, startsAt, endsAt });
  }
  return { rows, errors, columns, ignored };
}

/** Rows of one person that run into each other; the later line is named. */
export function overlapping(rows: readonly ShiftRow[]): ShiftRowError[] {
  const errors: ShiftRowError[] = [];
  const byPerson = new Map<string, ShiftRow[]>();
  for (const row of rows) byPerson.set(row.employeeNo, [...(byPerson.get(row.employeeNo) ?? []), row]);
  for (const mine of byPerson.values()) {
    const inOrder = mine.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.line - b.line);
    let last: ShiftRow | undefined;
    for (const row of inOrder) {
      if (last && row.startsAt < last.endsAt) {
        const [line, otherLine] = [row.line, last.line].sort((a, b) => b - a) as [number, number];
        errors.push({ line, column: 'start', value: row.employeeNo, code: 'overlaps_line', otherLine });
      }
      if (!last || row.endsAt > last.endsAt) last = row;
    }
  }
  return errors;
}

function mapColumns(header: readonly string[]) {
  const at = new Map<ShiftColumn, number>();
  const columns: { column: ShiftColumn; heading: string }[] = [];
  const ignored: string[] = [];
  header.forEach((heading, index) => {
    const column = HEADINGS.get(
      heading
        .normalize('NFKC')
        .trim()
        .replace(/^\*\s*|\s*\*$/g, '')
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
    );
    if (!column) {
      if (heading.trim() !== '') ignored.push(heading.trim().slice(0, 100));
    } else if (at.has(column)) throw new ShiftFileUnreadable(`The column ${column} appears twice`);
    else {
      at.set(column, index);
      columns.push({ column, heading: heading.trim().slice(0, 100) });
    }
  });
  const missing = SHIFT_REQUIRED_COLUMNS.filter((column) => !at.has(column));
  if (missing.length > 0) throw new ShiftColumnMissing(missing);
  return { at, columns, ignored };
}

/** 2026-11-30, 2026/11/30 and 2026.11.30, with or without leading zeros. */
function dayOf(text: string): Temporal.PlainDate | null {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  if (!year) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}

/** 8:00, 08:00 and 08:00:00; as an end, 24:00 is the end of the day, which is midnight of the next. */
function timeOf(text: string, isEnd: boolean): Temporal.PlainTime | null {
  const [, hour, minute, second] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  if (!hour) return null;
  if (isEnd && Number(hour) === 24 && Number(minute) === 0 && Number(second ?? 0) === 0)
    return new Temporal.PlainTime();
  try {
    return Temporal.PlainTime.from(
      { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}

/** Null where the clocks of the zone leave that time out. */
function instantOf(wall: Temporal.PlainDateTime, zone: string, which: 'earlier' | 'later'): Date | null {
  const zoned = wall.toZonedDateTime(zone, { disambiguation: which });
  return zoned.toPlainDateTime().equals(wall) ? new Date(zoned.epochMilliseconds) : null;
}
