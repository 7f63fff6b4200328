import { BadRequest, Conflict, NotFound } from '../../platform/http/refusal.js';
import type { Stratum } from '../content/index.js';

export class QuizNotFound extends NotFound {
  constructor() {
    super('quiz.not_found', 'This course has no such quiz');
  }
}
export class LessonsUnfinished extends Conflict {
  constructor() {
    super('quiz.lessons_unfinished', 'Finish the lessons of the course before its quiz');
  }
}
export class AttemptsUsedUp extends Conflict {
  constructor() {
    super('quiz.attempts_used_up', 'All attempts at this quiz are used up');
  }
}
export class AlreadyPassed extends Conflict {
  constructor() {
    super('quiz.already_passed', 'This quiz is already passed');
  }
}
export class PoolTooSmall extends Conflict {
  constructor({ topic, count }: Stratum, found: number) {
    super('quiz.pool_too_small', `Topic ${topic} has ${found} questions left for a draw of ${count}`, [
      { path: 'draw', message: 'Too few questions', values: { topic, count, found } },
    ]);
  }
}
/** Missing, or somebody else's: both look the same. */
export class AttemptNotFound extends NotFound {
  constructor() {
    super('attempt.not_found', 'There is no such attempt');
  }
}
export class AttemptFinished extends Conflict {
  constructor() {
    super('attempt.finished', 'This attempt is over');
  }
}
export class AttemptNotFinished extends Conflict {
  constructor() {
    super('attempt.not_finished', 'This attempt is still open');
  }
}
export class AnswerMismatch extends BadRequest {
  /** `index` is the place in the list of answers that was sent. */
  constructor(index: number) {
    super('attempt.answer_mismatch', 'An answer does not fit its question', [
      { path: `answers.${index}`, message: 'Not an answer to this question' },
    ]);
  }
}
export class SubmitKeyReused extends Conflict {
  constructor() {
    super('attempt.key_reused', 'This Idempotency-Key was used with another body');
  }
}
export class NothingToPractise extends Conflict {
  constructor() {
    super('attempt.nothing_to_practise', 'Every question of this attempt earned full points');
  }
}
