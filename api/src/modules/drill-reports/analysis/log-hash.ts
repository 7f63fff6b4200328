import { createHash } from 'node:crypto';
import type { LogEntry } from '@readyroom/contract';
import { canonicalJson } from '../../../engine/index.js';

/** SHA-256 of a log, in hexadecimal: one line of canonical JSON an entry, with `seq`, `at`, `by` and `action`. */
export function logHash(log: readonly LogEntry[]): string {
  const hash = createHash('sha256');
  for (const { seq, at, by, action } of log) hash.update(`${canonicalJson({ seq, at, by, action })}\n`);
  return hash.digest('hex');
}
