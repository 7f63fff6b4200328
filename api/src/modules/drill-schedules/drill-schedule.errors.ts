import { BadRequest, Conflict, NotFound } from '../../platform/http/refusal.js';

/** Missing, or not theirs to see: both look the same. */
export class ScheduleNotFound extends NotFound {
  constructor() {
    super('drill_schedule.not_found', 'There is no such schedule');
  }
}
export class OccurrenceNotFound extends NotFound {
  constructor() {
    super('drill_occurrence.not_found', 'The schedule has no such occurrence');
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
export class DepartmentNotFound extends NotFound {
  constructor() {
    super('department.not_found', 'There is no such department');
  }
}
export class CalendarNotFound extends NotFound {
  constructor() {
    super('calendar.not_found', 'There is no such calendar');
  }
}
export class RuleInvalid extends BadRequest {
  constructor(message: string) {
    super('drill_schedule.rule_invalid', 'The recurrence rule cannot be read', [{ path: 'rrule', message }]);
  }
}
export class NoDate extends BadRequest {
  constructor() {
    super('drill_schedule.no_date', 'The schedule gives no date to come');
  }
}
export class OccurrenceInPast extends BadRequest {
  constructor() {
    super('drill_occurrence.in_past', 'The moment has passed');
  }
}
export class CastInvalid extends BadRequest {
  constructor(path: string, message: string) {
    super('drill.cast_invalid', 'The cast does not fit the scenario', [{ path, message }]);
  }
}
export class ScheduleCancelled extends Conflict {
  constructor() {
    super('drill_schedule.cancelled', 'The schedule is cancelled');
  }
}
export class OccurrenceNotPlanned extends Conflict {
  constructor() {
    super('drill_occurrence.not_planned', 'The occurrence is no longer planned');
  }
}
