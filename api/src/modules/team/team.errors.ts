import { Conflict, NotFound } from '../../platform/http/refusal.js';

/** Also for people who exist but report to somebody else. */
export class TeamMemberNotFound extends NotFound {
  constructor() {
    super('team.member_not_found', 'This person does not report to you, or has left');
  }
}
export class NothingToRemind extends Conflict {
  constructor() {
    super('team.nothing_to_remind', 'Nothing is asked of this person now');
  }
}
