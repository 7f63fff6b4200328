import { BadRequest, Conflict, NotFound } from '../../platform/http/refusal.js';

export class DrillReportNotOver extends Conflict {
  constructor() {
    super('drill_report.not_over', 'This drill is not over yet');
  }
}
export class DrillReportClosed extends Conflict {
  constructor() {
    super('drill_report.closed', 'The facilitator has closed this report');
  }
}
/** Replaying the log with another engine would tell of another run. */
export class EngineChanged extends Conflict {
  constructor() {
    super('drill_report.engine_changed', 'This run was played with another version of the engine');
  }
}
export class FollowUpNotFound extends NotFound {
  constructor() {
    super('follow_up.not_found', 'There is no such follow-up');
  }
}
export class FollowUpUndone extends Conflict {
  constructor() {
    super('follow_up.undone', 'This follow-up has been taken back already');
  }
}
export class ImprovementActionNotFound extends NotFound {
  constructor() {
    super('improvement_action.not_found', 'There is no such corrective action');
  }
}
export class ObjectiveUnknown extends BadRequest {
  constructor() {
    super('improvement_action.objective_unknown', 'The scenario has no such objective', [
      { path: 'objective', message: 'Unknown' },
    ]);
  }
}
export class ImprovementActionVerified extends Conflict {
  constructor() {
    super('improvement_action.verified', 'A later run has verified this action');
  }
}
export class PersonNotFound extends NotFound {
  constructor() {
    super('person.not_found', 'There is no such person');
  }
}
export class ScenarioNotFound extends NotFound {
  constructor() {
    super('scenario.not_found', 'There is no such scenario');
  }
}
