import { NotFound } from '../../platform/http/refusal.js';

export class PersonNotFound extends NotFound {
  constructor() {
    super('person.not_found', 'There is no such person');
  }
}
