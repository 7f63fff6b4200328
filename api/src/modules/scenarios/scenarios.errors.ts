import { Conflict, NotFound } from '../../platform/http/refusal.js';

export class ScenarioNotFound extends NotFound {
  constructor() {
    super('scenario.not_found', 'There is no such scenario');
  }
}
export class ScenarioVersionNotFound extends NotFound {
  constructor() {
    super('scenario_version.not_found', 'There is no such version of a scenario');
  }
}
export class ScenarioVersionNotADraft extends Conflict {
  constructor() {
    super(
      'scenario_version.not_a_draft',
      'Only a draft can be published; this version is published or retired already',
    );
  }
}
