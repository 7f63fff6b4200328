import fc from 'fast-check';
import { overlapping, readShiftRows, type ShiftRow } from './shift-file.js';

const HEADER = ['工号', '日期', '上班时间', '下班时间', '时区'];
const read = (cells: readonly string[], zone = 'Asia/Shanghai') =>
  readShiftRows({ header: HEADER, rows: [{ line: 2, cells }] }, zone);
const times = (cells: readonly string[], zone?: string) =>
  read(cells, zone).rows.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()]);
const errors = (cells: readonly string[], zone?: string) =>
  read(cells, zone).errors.map(({ code, column }) => [code, column]);

describe('A roster of shifts as a table', () => {
  it('should read times by the wall clock of its zone, or of that of the row', () => {
    expect(times(['1', '2026-11-30', '09:00', '18:00', ''])).toEqual([
      ['2026-11-30T01:00:00.000Z', '2026-11-30T10:00:00.000Z'],
    ]);
    expect(times(['1', '2026/11/30', '9:00', '18:00:00', 'Europe/Dublin'])).toEqual([
      ['2026-11-30T09:00:00.000Z', '2026-11-30T18:00:00.000Z'],
    ]);
  });

  it('when a shift does not end after it begins it should end on the next day, also over months and leap days', () => {
    expect(times(['1', '2028-02-28', '22:00', '6:00'])).toEqual([
      ['2028-02-28T14:00:00.000Z', '2028-02-28T22:00:00.000Z'],
    ]);
    expect(times(['1', '2026-11-30', '00:00', '24:00'])).toEqual([
      ['2026-11-29T16:00:00.000Z', '2026-11-30T16:00:00.000Z'],
    ]);
    expect(times(['1', '2026-11-30', '8:00', '08:00'])).toEqual([
      ['2026-11-30T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
    ]);
    expect(times(['1', '2026-12-31', '16:00', '24:00'])).toEqual([
      ['2026-12-31T08:00:00.000Z', '2026-12-31T16:00:00.000Z'],
    ]);
  });

  it.each([
    // Berlin sets its clocks forward on 29 March 2026 at 2:00, and back on 25 October 2026 at 3:00.
    ['a night that is an hour shorter', ['1', '2026-03-28', '22:00', '06:00'], 7],
    ['a night that is an hour longer', ['1', '2026-10-24', '22:00', '06:00'], 9],
    ['an end that comes twice, at the second', ['1', '2026-10-24', '22:00', '02:30'], 5.5],
    ['a start that comes twice, at the first', ['1', '2026-10-25', '02:30', '06:00'], 4.5],
  ])('over a change of clocks it should count real hours: %s', (_what, cells, hours) => {
    const [row] = read(cells, 'Europe/Berlin').rows;
    expect((row!.endsAt.getTime() - row!.startsAt.getTime()) / 3_600_000).toBe(hours);
  });

  it.each([
    ['a start that the clocks leave out', ['1', '2026-03-29', '02:30', '10:00'], ['time_skipped', 'start']],
    ['an end that the clocks leave out', ['1', '2026-03-28', '20:00', '02:30'], ['time_skipped', 'end']],
    ['nobody', ['', '2026-11-30', '09:00', '18:00'], ['employee_no_missing', 'employee_no']],
    ['a day that is none', ['1', '2026-02-29', '09:00', '18:00'], ['date_impossible', 'date']],
    ['a time that is none', ['1', '2026-11-30', '9am', '18:00'], ['time_impossible', 'start']],
    ['an end that is none', ['1', '2026-11-30', '09:00', '24:30'], ['time_impossible', 'end']],
    [
      'a zone that is none',
      ['1', '2026-11-30', '09:00', '18:00', 'Mars/Base'],
      ['time_zone_unknown', 'time_zone'],
    ],
    ['too many cells', ['1', '2026-11-30', '09:00', '18:00', '', 'x'], ['column_count', null]],
  ])('should name %s', (_what, cells, error) => {
    expect(errors(cells, 'Europe/Berlin')).toEqual([error]);
  });

  it('should know columns by either language in any order, say which it leaves out, and refuse a table that lacks one', () => {
    const header = ['End', 'Note', '* Employee No', 'start', 'DATE'];
    const { rows, columns, ignored } = readShiftRows(
      { header, rows: [{ line: 2, cells: ['18:00', 'x', '7', '09:00', '2026-11-30'] }] },
      'Asia/Shanghai',
    );
    expect(rows).toMatchObject([{ employeeNo: '7', line: 2 }]);
    expect(columns.map(({ column }) => column)).toEqual(['end', 'employee_no', 'start', 'date']);
    expect(ignored).toEqual(['Note']);
    expect(() => readShiftRows({ header: ['工号', '日期'], rows: [] }, 'Asia/Shanghai')).toThrow(
      /start, end/,
    );
    expect(() => readShiftRows({ header: [...HEADER, '工号'], rows: [] }, 'Asia/Shanghai')).toThrow(/twice/);
  });

  it('should find exactly the rows that run into an earlier one of the same person', () => {
    const at = (hour: number) => new Date(hour * 3_600_000);
    const row = fc.record({
      who: fc.constantFrom('a', 'b'),
      from: fc.nat(40),
      hours: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (drawn) => {
        const rows: ShiftRow[] = drawn.map(({ who, from, hours }, n) => ({
          line: n + 2,
          employeeNo: who,
          timeZone: 'UTC',
          startsAt: at(from),
          endsAt: at(from + hours),
        }));
        const clash = rows.some((a) =>
          rows.some(
            (b) =>
              a.line < b.line &&
              a.employeeNo === b.employeeNo &&
              a.startsAt < b.endsAt &&
              b.startsAt < a.endsAt,
          ),
        );
        const found = overlapping(rows);
        expect(found.length > 0).toBe(clash);
        for (const { line, otherLine } of found) {
          const [a, b] = [rows[line - 2]!, rows[otherLine! - 2]!];
          expect(line).toBeGreaterThan(otherLine!);
          expect(a.employeeNo === b.employeeNo && a.startsAt < b.endsAt && b.startsAt < a.endsAt).toBe(true);
        }
      }),
    );
  });
});
