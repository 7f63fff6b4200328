import type { RetentionRule } from '@readyroom/contract';

interface Part {
  readonly table: string;
  /** The moment from which the days count. */
  readonly from: string;
  /** What goes at all; everything unless said otherwise. */
  readonly which?: string;
  /** What is emptied; without it the row is deleted. */
  readonly empty?: string;
}
interface Rule {
  /** Used unless the organisation chose another. */
  readonly days: number;
  readonly parts: readonly Part[];
}

/** Answers of mail servers stay with their codes, by which a bounced letter is known. */
const WITHOUT_ADDRESSES = `reason = regexp_replace(reason, '[^[:space:]<>]+@[^[:space:]<>]+', '…', 'g')`;

/** What goes by itself, and what exactly that is. Counting and doing use the same condition. */
export const RETENTION: Record<RetentionRule, Rule> = {
  sessions: { days: 1, parts: [{ table: 'session', from: 'expires_at' }] },
  throttles: {
    days: 1,
    parts: [{ table: 'throttle', from: 'greatest(window_start, coalesce(blocked_until, window_start))' }],
  },
  links: { days: 30, parts: [{ table: 'sign_in_link', from: 'coalesce(used_at, expires_at)' }] },
  imports: { days: 90, parts: [{ table: 'people_import', from: 'created_at' }] },
  // The rows stay: their keys are what keeps a message from going out twice.
  letters: {
    days: 180,
    parts: [
      {
        table: 'mail',
        from: 'created_at',
        which: `state <> 'waiting' AND (address IS NOT NULL OR subject <> '' OR body <> '' OR calendar IS NOT NULL OR reason LIKE '%@%')`,
        empty: `address = NULL, subject = '', body = '', calendar = NULL, ${WITHOUT_ADDRESSES}`,
      },
      {
        table: 'delivery',
        from: 'created_at',
        which: `state NOT IN ('planned', 'sending') AND (message IS NOT NULL OR reason LIKE '%@%')`,
        empty: `message = NULL, ${WITHOUT_ADDRESSES}`,
      },
    ],
  },
};

/** What of a part is due; $1 = the moment before which it has been kept long enough. */
export const dueOf = ({ from, which }: Part): string => `${from} < $1${which ? ` AND ${which}` : ''}`;
/** What of a part will be due one day, and is not yet. */
export const laterOf = ({ from, which }: Part): string => `${from} >= $1${which ? ` AND ${which}` : ''}`;
