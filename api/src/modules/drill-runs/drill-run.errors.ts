import { BadRequest, Conflict, NotFound, Refusal } from '../../platform/http/refusal.js';

/** Missing, or not theirs to see: both look the same. */
export class DrillNotFound extends NotFound {
  constructor() {
    super('drill.not_found', 'There is no such drill');
  }
}
export class ScenarioNotFound extends NotFound {
  constructor() {
    super('scenario.not_found', 'There is no such scenario');
  }
}
export class PersonNotFound extends NotFound {
  constructor() {
    super('person.not_found', 'There is no such person');
  }
}
export class JoinCodeUnknown extends NotFound {
  constructor() {
    super('drill.code_unknown', 'No open drill has this code');
  }
}
export class RoleForbids extends Refusal {
  constructor() {
    super(403, 'drill.role_forbids', 'Your role in this drill does not include this');
  }
}
export class DrillNotStarted extends Conflict {
  constructor() {
    super('drill.not_started', 'This drill has not started yet');
  }
}
export class DrillPaused extends Conflict {
  constructor() {
    super('drill.paused', 'This drill is paused; what is sent when it goes on counts');
  }
}
export class DrillOver extends Conflict {
  constructor() {
    super('drill.over', 'This drill is over');
  }
}
export class DrillNotOver extends Conflict {
  constructor() {
    super('drill.not_over', 'This drill is not over yet');
  }
}
export class ClientIdReused extends Conflict {
  constructor() {
    super('drill.key_reused', 'This clientId was used for another action');
  }
}
export class CastInvalid extends BadRequest {
  constructor(index: number, message: string) {
    super('drill.cast_invalid', 'The cast does not fit', [{ path: `participants.${index}`, message }]);
  }
}
