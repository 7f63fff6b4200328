import { dayIn, type Clock } from '../../platform/clock/clock.js';
import type { Sql } from '../../platform/database/database.js';

export interface OrganisationDay {
  /** Calendar day in the time zone of the organisation: what "due" and "overdue" go by. */
  readonly today: string;
  readonly timeZone: string;
  readonly now: Date;
}

export async function organisationDay(sql: Sql, clock: Clock): Promise<OrganisationDay> {
  const [row] = await sql.prepared<{ time_zone: string }>(
    'organisation_day',
    'SELECT time_zone FROM organisation',
    [],
  );
  const now = clock.now();
  return { today: dayIn(row!.time_zone, now), timeZone: row!.time_zone, now };
}
