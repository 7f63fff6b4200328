import type { ErrorCode } from '@readyroom/contract';

/** An entry of the log that did not count, and why. */
export interface Refusal {
  readonly seq: number;
  readonly code: ErrorCode;
}
