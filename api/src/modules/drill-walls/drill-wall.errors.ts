import { NotFound } from '../../platform/http/refusal.js';

/** Never there, replaced, taken back, or a day after the end: all look the same. */
export class WallNotFound extends NotFound {
  constructor() {
    super('drill.not_found', 'There is no such wall');
  }
}
