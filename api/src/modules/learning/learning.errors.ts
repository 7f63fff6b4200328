import { BadRequest, Conflict, NotFound } from '../../platform/http/refusal.js';

/** Also for courses that exist but were neither assigned to nor begun by this person. */
export class CourseNotFound extends NotFound {
  constructor() {
    super('course.not_found', 'There is no such course for you');
  }
}
/** The course is completed and no renewal of theirs asks for it now. */
export class CourseNotAskedAgain extends Conflict {
  constructor() {
    super('course.not_asked_again', 'No renewal asks for this course now');
  }
}
/** Also for lessons of the course that are written for other tiers. */
export class LessonNotFound extends NotFound {
  constructor() {
    super('lesson.not_found', 'There is no such lesson in this course for you');
  }
}
export class BlockUnknown extends BadRequest {
  constructor() {
    super('lesson.block_unknown', 'This block is not part of the lesson', [
      { path: 'blockId', message: 'Not part of the lesson' },
    ]);
  }
}
export class CaseUnfinished extends Conflict {
  constructor() {
    super('lesson.case_unfinished', 'The case of this lesson has not been played to its end');
  }
}
export class DecisionNotOpen extends Conflict {
  constructor() {
    super('lesson.decision_not_open', 'This decision is not the one that waits');
  }
}
