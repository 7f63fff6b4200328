import { BadRequest, Conflict, NotFound } from '../../platform/http/refusal.js';

export class AudienceRuleNotFound extends NotFound {
  constructor() {
    super('audience_rule.not_found', 'There is no such audience rule');
  }
}
export class AudienceEmpty extends BadRequest {
  constructor() {
    super('audience_rule.audience_empty', 'Nobody is in this audience', [
      { path: 'audience', message: 'Empty' },
    ]);
  }
}
export class DueInPast extends BadRequest {
  constructor(today: string) {
    super('audience_rule.due_in_past', 'The due day has already passed', [
      { path: 'dueOn', message: 'In the past', values: { today } },
    ]);
  }
}
export class RuleWithdrawn extends Conflict {
  constructor() {
    super('audience_rule.withdrawn', 'This rule has been withdrawn and cannot be changed');
  }
}
export class CourseUnpublished extends Conflict {
  constructor(courseIds: readonly string[]) {
    super(
      'audience_rule.course_unpublished',
      'A course without a published version cannot be assigned',
      courseIds.map((id) => ({ path: 'courseIds', message: 'Not published', values: { id } })),
    );
  }
}
export class PreviewStale extends Conflict {
  constructor() {
    super('audience_rule.preview_stale', 'The audience has changed since it was previewed');
  }
}
export class CourseNotFound extends NotFound {
  constructor() {
    super('course.not_found', 'There is no such course');
  }
}
export class DepartmentNotFound extends NotFound {
  constructor() {
    super('department.not_found', 'There is no such department');
  }
}
export class PersonNotFound extends NotFound {
  constructor() {
    super('person.not_found', 'There is no such person');
  }
}
export class ProgramNotFound extends NotFound {
  constructor() {
    super('program.not_found', 'There is no such program');
  }
}
export class ProgramArchived extends Conflict {
  constructor() {
    super('program.archived', 'This program has been archived and is assigned to nobody new');
  }
}
export class RuleRunNotFound extends NotFound {
  constructor() {
    super('rule_run.not_found', 'There is no such evaluation of the rules');
  }
}
