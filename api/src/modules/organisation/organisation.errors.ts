import { RequestInvalid } from '../../platform/http/refusal.js';

/** A zone that Node knows and PostgreSQL does not would break every question about a day. */
export class TimeZoneUnknown extends RequestInvalid {
  constructor() {
    super([{ path: 'timeZone', message: 'Unknown time zone' }]);
  }
}
