import { BadRequest, Conflict, NotFound } from '../../platform/http/refusal.js';
import type { ProgramFault } from './check-program.js';

export class ProgramNotFound extends NotFound {
  constructor() {
    super('program.not_found', 'There is no such program');
  }
}
export class ProgramArchived extends Conflict {
  constructor() {
    super('program.archived', 'This program has been archived');
  }
}
export class SlugTaken extends Conflict {
  constructor() {
    super('program.slug_taken', 'Another program has this slug', [{ path: 'slug', message: 'Taken' }]);
  }
}
export class ProgramUnsound extends BadRequest {
  constructor(faults: readonly ProgramFault[]) {
    super(
      'program.unsound',
      'The program cannot work like this',
      faults.map(({ path, fault, value }) => ({
        path: `document.${path}`,
        message: fault,
        values: { value },
      })),
    );
  }
}
export class EditedMeanwhile extends Conflict {
  constructor() {
    super('program.edited_meanwhile', 'A newer version has been published meanwhile');
  }
}
