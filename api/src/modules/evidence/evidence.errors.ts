import { NotFound, Refusal } from '../../platform/http/refusal.js';

export class PersonUnknown extends NotFound {
  constructor() {
    super('person.not_found', 'There is no such person, or not within your departments');
  }
}
export class ProgramUnknown extends NotFound {
  constructor() {
    super('program.not_found', 'There is no such program');
  }
}
export class ChainOutOfScope extends Refusal {
  constructor() {
    super(403, 'evidence.out_of_scope', 'The whole chain is for those who see the whole organisation');
  }
}
