import { Conflict, NotFound } from '../../platform/http/refusal.js';

export class CourseNotFound extends NotFound {
  constructor() {
    super('course.not_found', 'There is no such course');
  }
}
export class CourseVersionNotFound extends NotFound {
  constructor() {
    super('course_version.not_found', 'There is no such course version');
  }
}
export class NotADraft extends Conflict {
  constructor() {
    super(
      'course_version.not_a_draft',
      'Only a draft can be published; this version is published or retired already',
    );
  }
}
