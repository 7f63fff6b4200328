import { BadRequest, Conflict, NotFound, Refusal } from '../../platform/http/refusal.js';

export class LadderNotFound extends NotFound {
  constructor() {
    super('reminder_ladder.not_found', 'There is no such ladder');
  }
}
export class DefaultLadderStays extends Conflict {
  constructor() {
    super(
      'reminder_ladder.default_stays',
      'The ladder for every program cannot be removed, only switched off',
    );
  }
}
export class LadderOutOfScope extends Refusal {
  constructor() {
    super(
      403,
      'reminder_ladder.out_of_scope',
      'Ladders and hours hold for the whole organisation; who is limited to departments cannot change them',
    );
  }
}
export class LadderRobotUnknown extends BadRequest {
  constructor(path: string) {
    super('reminder_ladder.robot_unknown', 'A step names a robot that does not exist', [
      { path, message: 'Unknown robot' },
    ]);
  }
}
