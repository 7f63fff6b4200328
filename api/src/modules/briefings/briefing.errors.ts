import { BadRequest, Conflict, NotFound } from '../../platform/http/refusal.js';

/** Also for briefings of which nobody in the actor's departments was asked, and for people who were not asked. */
export class BriefingNotFound extends NotFound {
  constructor() {
    super('briefing.not_found', 'No such briefing, or nobody in scope was asked');
  }
}
export class BriefingPlaceholdersLeft extends BadRequest {
  constructor(keys: readonly string[]) {
    super(
      'briefing.placeholders_left',
      `Gaps of the template are not filled: ${keys.join(', ')}`,
      keys.map((key) => ({ path: 'document', message: key })),
    );
  }
}
export class BriefingAudienceEmpty extends Conflict {
  constructor() {
    super('briefing.audience_empty', 'Nobody fits the audience');
  }
}
export class BriefingAlreadySent extends Conflict {
  constructor() {
    super('briefing.already_sent', 'A briefing with this id went out with another content');
  }
}
export class BriefingEditedMeanwhile extends Conflict {
  constructor() {
    super('briefing.edited_meanwhile', 'There is a newer version than the one that was corrected');
  }
}
export class BriefingStopped extends Conflict {
  constructor() {
    super('briefing.stopped', 'The briefing has been stopped');
  }
}
export class BriefingNotYours extends Conflict {
  constructor() {
    super('briefing.not_yours', 'It went to people outside the scope of the actor');
  }
}
