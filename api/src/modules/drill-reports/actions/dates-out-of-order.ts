import { BadRequest } from '../../../platform/http/refusal.js';

export class DatesOutOfOrder extends BadRequest {
  constructor() {
    super('request.invalid', 'The request does not have the documented shape', [
      { path: 'dueOn', message: 'Due before it starts' },
    ]);
  }
}
