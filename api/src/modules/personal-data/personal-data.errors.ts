import { BadRequest, Conflict, Refusal } from '../../platform/http/refusal.js';

export class NoticeOutdated extends Conflict {
  constructor() {
    super('notice.outdated', 'There is a newer notice by now');
  }
}
export class TakenTooOften extends Refusal {
  constructor(retryAfterSeconds: number | undefined) {
    super(429, 'personal_data.too_often', 'Asked for several times just now', undefined, retryAfterSeconds);
  }
}
/** Why somebody cannot be erased now. */
export class NotErasable extends Conflict {
  constructor(code: 'erasure.still_active' | 'erasure.last_admin' | 'erasure.open_drill') {
    super(code, 'This person cannot be erased now');
  }
}
export class AlreadyErased extends Conflict {
  constructor() {
    super('erasure.already', 'This person has been erased already');
  }
}
export class NotConfirmed extends BadRequest {
  constructor() {
    super('erasure.not_confirmed', 'Not the employee number of this person', [
      { path: 'employeeNo', message: 'Differs' },
    ]);
  }
}
