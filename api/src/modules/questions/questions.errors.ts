import { NotFound } from '../../platform/http/refusal.js';

export class QuestionNotFound extends NotFound {
  constructor() {
    super('question.not_found', 'There is no such question');
  }
}
