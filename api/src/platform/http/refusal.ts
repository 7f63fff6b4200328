import { HttpException } from '@nestjs/common';
import type { ErrorBody, ErrorCode } from '@readyroom/contract';

/** An expected "no": a stable code for interfaces, an English sentence for logs, and where the trouble is. */
export abstract class Refusal extends HttpException {
  constructor(
    statusCode: number,
    readonly code: ErrorCode,
    message: string,
    details?: ErrorBody['details'],
    readonly retryAfterSeconds?: number,
  ) {
    super({ statusCode, code, message, ...(details ? { details } : {}) } satisfies ErrorBody, statusCode);
  }
}

export abstract class BadRequest extends Refusal {
  constructor(code: ErrorCode, message: string, details?: ErrorBody['details']) {
    super(400, code, message, details);
  }
}
/** Also for what exists outside the actor's scope: a foreign id and a missing one look the same. */
export abstract class NotFound extends Refusal {
  constructor(code: ErrorCode, message: string) {
    super(404, code, message);
  }
}
export abstract class Conflict extends Refusal {
  constructor(code: ErrorCode, message: string, details?: ErrorBody['details']) {
    super(409, code, message, details);
  }
}

export class RequestInvalid extends BadRequest {
  constructor(details: NonNullable<ErrorBody['details']>) {
    super('request.invalid', 'The request does not have the documented shape', details);
  }
}
