import { NotFound, RequestInvalid } from '../../platform/http/refusal.js';

export class CourseNotFound extends NotFound {
  constructor() {
    super('course.not_found', 'There is no such course');
  }
}
export class DayOutOfRange extends RequestInvalid {
  constructor(path: 'from' | 'to') {
    super([{ path, message: 'Days from 1900-01-01 to 2999-12-31' }]);
  }
}
export class RangeTooLong extends RequestInvalid {
  constructor() {
    super([{ path: 'from', message: 'At most ten years' }]);
  }
}
export class NumberUnnamed extends RequestInvalid {
  constructor(path: 'topic' | 'questionId') {
    super([{ path, message: 'Needed to say whose number is meant' }]);
  }
}
