import type { ProgramStatus } from '../providers/contract.js';

/** What needs somebody first: the order in which statuses stand on the screens. */
export const STATUSES = [
  'overdue',
  'in_grace',
  'revoked',
  'expiring_soon',
  'not_started',
  'in_progress',
  'compliant',
  'waived',
] as const satisfies readonly ProgramStatus[];

/** Both are valid today. */
export const HOLDING = ['compliant', 'expiring_soon'] as const satisfies readonly ProgramStatus[];

type Tone = 'error' | 'warning' | 'success' | 'default';
/** A colour that repeats the word, never replaces it. */
export const TONES: Record<ProgramStatus, Tone> = {
  overdue: 'error',
  revoked: 'error',
  in_grace: 'warning',
  expiring_soon: 'warning',
  compliant: 'success',
  not_started: 'default',
  in_progress: 'default',
  waived: 'default',
};
