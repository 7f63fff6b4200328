import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, Uuid } from './common.js';

export const SHIFT_ROWS = 20_000;
/** Longer than this is a mistake in the roster, not a shift. */
export const SHIFT_LONGEST_HOURS = 36;

const Row = z
  .strictObject({
    employeeNo: z.string().trim().min(1).max(64),
    startsAt: IsoDateTime,
    endsAt: IsoDateTime,
  })
  .refine(
    ({ startsAt, endsAt }) => {
      const long = Date.parse(endsAt) - Date.parse(startsAt);
      return long > 0 && long <= SHIFT_LONGEST_HOURS * 3_600_000;
    },
    { message: `A shift ends after it begins, within ${SHIFT_LONGEST_HOURS} hours` },
  );

/** A shift of the same person with the same beginning is replaced. */
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

export const Shift = z
  .object({
    id: Uuid,
    person: z.object({ id: Uuid, name: z.string() }),
    department: z.string(),
    startsAt: IsoDateTime,
    endsAt: IsoDateTime,
  })
  .meta({ id: 'Shift' });
export type Shift = z.infer<typeof Shift>;
export const ShiftList = listOf(Shift, 'ShiftList');
export const ListShiftsQuery = listQuery(['startsAt'] as const, {
  at: IsoDateTime.optional().describe('Only who is on shift at that moment; otherwise all that are not over'),
});
