import type { RetentionRule } from '@readyroom/contract';

interface Rule {
  /** Used unless the organisation chose another. */
  readonly days: number;
  readonly table: string;
  /** What is due; $1 = the moment before which it ended. */
  readonly due: string;
  /** What is emptied; without it the row is deleted. */
  readonly empty?: string;
}

/** What goes by itself, and what exactly that is. Counting and doing use the same condition. */
export const RETENTION: Record<RetentionRule, Rule> = {
  sessions: { days: 1, table: 'session', due: 'expires_at < $1' },
  throttles: {
    days: 1,
    table: 'throttle',
    due: 'greatest(window_start, coalesce(blocked_until, window_start)) < $1',
  },
  links: { days: 30, table: 'sign_in_link', due: 'coalesce(used_at, expires_at) < $1' },
  imports: { days: 90, table: 'people_import', due: 'created_at < $1' },
  letters: {
    days: 180,
    table: 'mail',
    due: `created_at < $1 AND state <> 'waiting' AND (address IS NOT NULL OR subject <> '' OR body <> '' OR calendar IS NOT NULL)`,
    empty: `address = NULL, subject = '', body = '', calendar = NULL`,
  },
};
