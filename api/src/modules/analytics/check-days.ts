import { DayOutOfRange } from './analytics.errors.js';

/** Refuses days that no calendar of the database has (year 0) or that nobody can mean. */
export function checkDays<Q extends { from?: string | undefined; to?: string | undefined }>(query: Q): Q {
  for (const path of ['from', 'to'] as const) {
    const day = query[path];
    if (day !== undefined && (day < '1900-01-01' || day > '2999-12-31')) throw new DayOutOfRange(path);
  }
  return query;
}
