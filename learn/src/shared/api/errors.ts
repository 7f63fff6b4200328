import type { ErrorBody, ErrorCode } from '@readyroom/contract';

/** The server answered, and the answer is no. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    readonly details: NonNullable<ErrorBody['details']> = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(code);
  }

  /** Asking the same again later may work: the trouble is not in the request. */
  get passing(): boolean {
    return this.status >= 500 || this.status === 408 || this.status === 429;
  }
}

/** Nobody answered, or the answer broke off. */
export class LineLost extends Error {}
