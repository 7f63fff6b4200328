import type { MselColumn } from '@readyroom/contract';
import { BadRequest, Conflict, NotFound, Refusal } from '../../../platform/http/refusal.js';

export class MselImportNotFound extends NotFound {
  constructor() {
    super('msel_import.not_found', 'There is no such import');
  }
}
export class MselUnreadable extends BadRequest {
  constructor(reason: string) {
    super('msel_import.unreadable', `This file cannot be read: ${reason}`, [
      { path: 'file', message: reason },
    ]);
  }
}
export class MselTooLarge extends Refusal {
  constructor(message: string) {
    super(413, 'msel_import.too_large', message, [{ path: 'file', message }]);
  }
}
/** Headings that mean nothing to us, each with the column that was probably meant. */
export class MselColumnUnknown extends BadRequest {
  constructor(unknown: readonly { heading: string; proposal: MselColumn | undefined }[]) {
    super(
      'msel_import.column_unknown',
      `Unknown columns: ${unknown.map(({ heading }) => heading).join(', ')}`,
      unknown.map(({ heading, proposal }) => ({
        path: heading,
        message: proposal ? `Probably ${proposal}` : 'Say which column it is, or leave it out',
        ...(proposal ? { values: { column: proposal } } : {}),
      })),
    );
  }
}
export class MselColumnMissing extends BadRequest {
  constructor(columns: readonly MselColumn[]) {
    super(
      'msel_import.column_missing',
      `The file lacks required columns: ${columns.join(', ')}`,
      columns.map((column) => ({ path: column, message: 'Column missing' })),
    );
  }
}
export class MselImportHasErrors extends Conflict {
  constructor() {
    super('msel_import.has_errors', 'An import with errors cannot be carried out; correct the file');
  }
}
export class MselImportAlreadyCommitted extends Conflict {
  constructor() {
    super('msel_import.already_committed', 'This import has been carried out before');
  }
}
export class MselImportStale extends Conflict {
  constructor() {
    super('msel_import.stale', 'The scenario has another version since the preview; upload the file again');
  }
}
