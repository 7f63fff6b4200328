import { BadRequest, Conflict, NotFound, Refusal } from '../../../platform/http/refusal.js';

export class ShiftNotFound extends NotFound {
  constructor() {
    super('shift.not_found', 'No such shift in scope');
  }
}
export class ShiftPersonUnknown extends NotFound {
  constructor() {
    super('person.not_found', 'No such person who is here and in scope');
  }
}
export class ShiftOverlaps extends Conflict {
  constructor() {
    super('shift.overlaps', 'The person has another shift in that time');
  }
}
export class ShiftTimeZoneUnknown extends BadRequest {
  constructor() {
    super('shift.time_zone_unknown', 'No IANA time zone of that name', [
      { path: 'timeZone', message: 'Unknown' },
    ]);
  }
}
export class ShiftFileUnreadable extends BadRequest {
  constructor(reason: string, line?: number) {
    super('shift_file.unreadable', `This file cannot be read: ${reason}`, [
      { path: 'file', message: reason, ...(line === undefined ? {} : { values: { line } }) },
    ]);
  }
}
export class ShiftFileTooLarge extends Refusal {
  constructor(message: string) {
    super(413, 'shift_file.too_large', message, [{ path: 'file', message }]);
  }
}
export class ShiftColumnMissing extends BadRequest {
  constructor(columns: readonly string[]) {
    super(
      'shift_file.column_missing',
      `The file lacks required columns: ${columns.join(', ')}`,
      columns.map((column) => ({ path: column, message: 'Column missing' })),
    );
  }
}
export class ShiftFileHasErrors extends Conflict {
  constructor() {
    super(
      'shift_file.has_errors',
      'A roster with errors is not written; correct the file and upload it again',
    );
  }
}
