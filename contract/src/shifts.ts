import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, Locale, Uuid } from './common.js';

export const SHIFT_ROWS = 20_000;
/** Longer than this is a mistake in the roster, not a shift. */
export const SHIFT_LONGEST_HOURS = 36;

const times = { startsAt: IsoDateTime, endsAt: IsoDateTime };
const fits = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): boolean => {
  const long = Date.parse(endsAt) - Date.parse(startsAt);
  return long > 0 && long <= SHIFT_LONGEST_HOURS * 3_600_000;
};
const unfit = {
  message: `A shift ends after it begins, within ${SHIFT_LONGEST_HOURS} hours`,
  path: ['endsAt'],
};

const Row = z.strictObject({ employeeNo: z.string().trim().min(1).max(64), ...times }).refine(fits, unfit);

/** For other systems: a row takes the place of whatever shifts of the same person it overlaps. */
export const ImportShiftsBody = z
  .strictObject({ rows: z.array(Row).min(1).max(SHIFT_ROWS) })
  .meta({ id: 'ImportShiftsBody' });
export type ImportShiftsBody = z.infer<typeof ImportShiftsBody>;
export const ShiftsImported = z
  .object({
    written: z.number().int(),
    unknown: z.array(z.string()).describe('Employee numbers of nobody who is here and in scope'),
  })
  .meta({ id: 'ShiftsImported' });
export type ShiftsImported = z.infer<typeof ShiftsImported>;

export const CreateShiftBody = z
  .strictObject({ personId: Uuid, ...times })
  .refine(fits, unfit)
  .meta({ id: 'CreateShiftBody' });
export type CreateShiftBody = z.infer<typeof CreateShiftBody>;
export const UpdateShiftBody = z.strictObject(times).refine(fits, unfit).meta({ id: 'UpdateShiftBody' });
export type UpdateShiftBody = z.infer<typeof UpdateShiftBody>;

const Named = z.object({ id: Uuid, name: z.string() });
export const Shift = z
  .object({ id: Uuid, person: Named, department: z.string(), ...times })
  .meta({ id: 'Shift' });
export type Shift = z.infer<typeof Shift>;
export const ShiftList = listOf(Shift, 'ShiftList');
export const ListShiftsQuery = listQuery(['startsAt'] as const, {
  at: IsoDateTime.optional().describe('Only who is on shift at that moment; otherwise all that are not over'),
});

/** One line of a roster: a person and their shifts that touch the time asked for. */
export const RosterLine = z
  .object({
    person: Named,
    employeeNo: z.string(),
    department: z.string(),
    onShift: z.boolean().describe('Now'),
    shifts: z.array(z.object({ id: Uuid, ...times })),
  })
  .meta({ id: 'RosterLine' });
export type RosterLine = z.infer<typeof RosterLine>;
export const Roster = z
  .object({
    items: z.array(RosterLine),
    total: z.number().int(),
    now: z
      .object({ at: IsoDateTime, people: z.number().int(), names: z.array(z.string()) })
      .describe('Who is on shift at this moment, whatever week is looked at; the first names'),
  })
  .meta({ id: 'Roster' });
export type Roster = z.infer<typeof Roster>;
export const RosterQuery = z.object({
  from: IsoDateTime,
  to: IsoDateTime,
  q: z.string().trim().max(100).optional().describe('Name or employee number'),
  departmentId: Uuid.optional().describe('With everything below it'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  perPage: z.coerce.number().int().min(1).max(200).default(50),
});
export type RosterQuery = z.infer<typeof RosterQuery>;

export const SHIFT_COLUMNS = ['employee_no', 'date', 'start', 'end', 'time_zone'] as const;
export const SHIFT_REQUIRED_COLUMNS = ['employee_no', 'date', 'start', 'end'] as const;
export type ShiftColumn = (typeof SHIFT_COLUMNS)[number];

export const SHIFT_ROW_ERRORS = [
  'employee_no_missing',
  'person_unknown',
  'date_impossible',
  'time_impossible',
  'time_skipped',
  'time_zone_unknown',
  'overlaps_line',
  'column_count',
] as const;
export type ShiftRowErrorCode = (typeof SHIFT_ROW_ERRORS)[number];
export const ShiftRowError = z
  .object({
    line: z.number().int().describe('Line in the file; the header is line 1'),
    column: z.enum(SHIFT_COLUMNS).nullable(),
    value: z.string().nullable(),
    code: z.enum(SHIFT_ROW_ERRORS),
    otherLine: z.number().int().nullable().describe('The line it collides with'),
  })
  .meta({ id: 'ShiftRowError' });
export type ShiftRowError = z.infer<typeof ShiftRowError>;

/** What a roster file holds and what it changes. */
export const ShiftFileReport = z
  .object({
    fileName: z.string(),
    encoding: z.enum(['utf-8', 'utf-8-bom', 'gb18030']),
    timeZone: z.string().describe('Of the times, where a row names none'),
    committed: z.boolean(),
    rows: z.number().int(),
    fresh: z.number().int().describe('Shifts that are new'),
    unchanged: z.number().int(),
    replaced: z
      .number()
      .int()
      .describe('Shifts on the roster that rows of the file overlap and take the place of'),
    columns: z.array(z.object({ column: z.enum(SHIFT_COLUMNS), heading: z.string() })),
    ignoredColumns: z.array(z.string()),
    errorCount: z.number().int(),
    errors: z.array(ShiftRowError).describe('The first 200'),
    sample: z
      .array(
        z.object({
          line: z.number().int(),
          employeeNo: z.string(),
          name: z.string(),
          timeZone: z.string(),
          ...times,
        }),
      )
      .describe('The first rows as they are understood'),
  })
  .meta({ id: 'ShiftFileReport' });
export type ShiftFileReport = z.infer<typeof ShiftFileReport>;
export const ShiftFileQuery = z.object({
  timeZone: z.string().max(64).optional().describe('IANA name; without it that of the organisation'),
});
export const ShiftTemplateQuery = z.object({ locale: Locale.optional() });
