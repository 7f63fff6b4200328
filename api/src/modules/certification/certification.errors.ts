import { BadRequest, Conflict, NotFound } from '../../platform/http/refusal.js';

/** Also for people outside the actor's scope. */
export class CertificationNotFound extends NotFound {
  constructor() {
    super('certification.not_found', 'This person is not, and never was, in this program');
  }
}
export class NothingToRevoke extends Conflict {
  constructor() {
    super('certification.nothing_to_revoke', 'There is no valid certification to revoke');
  }
}
export class WaiverNotFound extends NotFound {
  constructor() {
    super('waiver.not_found', 'There is no such waiver, or it has ended');
  }
}
export class WaiverInPast extends BadRequest {
  constructor(today: string) {
    super('waiver.until_in_past', 'The day has already passed', [
      { path: 'until', message: 'In the past', values: { today } },
    ]);
  }
}
