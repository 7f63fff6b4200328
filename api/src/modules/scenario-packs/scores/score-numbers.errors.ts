import type { PackFault } from '@readyroom/contract';
import { BadRequest, Conflict, Refusal } from '../../../platform/http/refusal.js';

export class ScoreNumbersTooFew extends Conflict {
  constructor() {
    super('score_numbers.too_few', 'No number rests on enough runs and people to be given away');
  }
}
export class ScoreNumbersBroken extends BadRequest {
  constructor(fault: PackFault, note: string) {
    super('score_numbers.broken', `These numbers cannot be taken: ${note}`, [
      { path: 'file', message: note, values: { fault } },
    ]);
  }
}
export class ScoreNumbersTooLarge extends Refusal {
  constructor() {
    super(413, 'request.too_large', 'A file of numbers has at most 256 KB', [
      { path: 'file', message: 'Too large', values: { fault: 'too_large' } },
    ]);
  }
}
