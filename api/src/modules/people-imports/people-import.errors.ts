import { BadRequest, Conflict, NotFound, Refusal } from '../../platform/http/refusal.js';

export class PeopleImportNotFound extends NotFound {
  constructor() {
    super('people_import.not_found', 'There is no such import');
  }
}
/** The file as a whole cannot be read; `line` says where, as far as it is known. */
export class PeopleImportUnreadable extends BadRequest {
  constructor(reason: string, line?: number) {
    super('people_import.unreadable', `This file cannot be read: ${reason}`, [
      { path: 'file', message: reason, ...(line === undefined ? {} : { values: { line } }) },
    ]);
  }
}
export class PeopleImportTooLarge extends Refusal {
  constructor(message: string) {
    super(413, 'people_import.too_large', message, [{ path: 'file', message }]);
  }
}
export class PeopleImportColumnMissing extends BadRequest {
  constructor(columns: readonly string[]) {
    super(
      'people_import.column_missing',
      `The file lacks required columns: ${columns.join(', ')}`,
      columns.map((column) => ({ path: column, message: 'Column missing' })),
    );
  }
}
export class PeopleImportHasErrors extends Conflict {
  constructor() {
    super(
      'people_import.has_errors',
      'An import with errors cannot be committed; correct the file and upload it again',
    );
  }
}
export class PeopleImportAlreadyCommitted extends Conflict {
  constructor() {
    super('people_import.already_committed', 'This import has been committed before');
  }
}
export class PeopleImportStale extends Conflict {
  constructor() {
    super(
      'people_import.stale',
      'People or departments have changed since the preview; upload the file again',
    );
  }
}
