import { BadRequest, Conflict, NotFound } from '../../platform/http/refusal.js';

export class DeliveryNotFound extends NotFound {
  constructor() {
    super('delivery.not_found', 'There is no such delivery in these departments');
  }
}
export class DeliveryNotRetriable extends Conflict {
  constructor() {
    super(
      'delivery.not_retriable',
      'Only what failed, bounced or is held can be sent again, if there is a way',
    );
  }
}
export class RobotNotFound extends NotFound {
  constructor() {
    super('robot.not_found', 'There is no such robot');
  }
}
export class RobotAddressRefused extends BadRequest {
  constructor(reason: string) {
    super('robot.address_refused', reason, [{ path: 'url', message: reason }]);
  }
}
