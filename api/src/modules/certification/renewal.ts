import type { RenewalPolicy } from '@readyroom/contract';
import { addDays } from '../../platform/clock/clock.js';

/**
 * When a certification is valid and when it is renewed. Pure calendar arithmetic on days (YYYY-MM-DD) of the
 * organisation: what day it is there is the caller's business, so no time zone or summer time can move a result.
 */

/** What is kept of a completed period, and all that the next one needs to know. */
export interface ValidPeriod {
  /** First and last valid day; the last is null when it never expires. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** The day that validity is counted from, and how many validities have been counted since. */
  readonly anchorOn: string;
  readonly cycle: number;
  /** The validity that was granted; another policy later does not change it. */
  readonly validityMonths: number | null;
}

/** The renewal that follows a period: what is done from `opensOn` on counts, `dueOn` is the last day in time. */
export interface Renewal {
  readonly opensOn: string;
  readonly dueOn: string;
}

/**
 * The validity earned by completing on a day.
 * In time, it goes on from the last valid day, so that finishing early costs nothing. Late but within grace, `fixed`
 * keeps the calendar day and `rolling` counts anew; later than that, or first, or after a revocation (`previous` null),
 * both count from the day of completion.
 * `pulledForward`: the renewal was asked for before its window, so finishing it early is not a reason to skip the next.
 */
export function complete(
  policy: RenewalPolicy,
  previous: ValidPeriod | null,
  completedOn: string,
  pulledForward = false,
): ValidPeriod {
  const { validityMonths } = policy;
  if (pulledForward && previous?.validUntil && completedOn < addDays(previous.validUntil, -policy.windowDays))
    return ahead(policy, previous, previous.validUntil, completedOn);
  const anchor = anchorFor(policy, previous, completedOn);
  const validFrom = laterOf(
    completedOn,
    previous?.validUntil ? addDays(previous.validUntil, 1) : completedOn,
  );
  if (validityMonths === null) return { ...anchor, validFrom, validUntil: null, validityMonths };
  return {
    ...anchor,
    validFrom,
    validUntil: addDays(addMonths(anchor.anchorOn, anchor.cycle * validityMonths), -1),
    validityMonths,
  };
}

/** Before the window because it was pulled forward: counted anew from that day, and nothing that is held is lost. */
function ahead(
  { validityMonths }: RenewalPolicy,
  previous: ValidPeriod,
  heldUntil: string,
  completedOn: string,
): ValidPeriod {
  const validUntil = validityMonths === null ? null : addDays(addMonths(completedOn, validityMonths), -1);
  if (validUntil !== null && validUntil <= heldUntil) return { ...previous, validFrom: completedOn };
  return { anchorOn: completedOn, cycle: 1, validFrom: addDays(heldUntil, 1), validUntil, validityMonths };
}

/** Null when the period never expires: there is nothing to renew. */
export function renewalOf(policy: RenewalPolicy, period: ValidPeriod): Renewal | null {
  const { validUntil } = period;
  if (validUntil === null) return null;
  // A window at least as long as what is left of the period would count again what has just been done.
  const opensOn = laterOf(addDays(validUntil, -policy.windowDays), addDays(period.validFrom, 1));
  return { opensOn: opensOn < validUntil ? opensOn : validUntil, dueOn: validUntil };
}

function anchorFor(
  policy: RenewalPolicy,
  previous: ValidPeriod | null,
  completedOn: string,
): Pick<ValidPeriod, 'anchorOn' | 'cycle'> {
  const anew = { anchorOn: completedOn, cycle: 1 };
  if (!previous?.validUntil) return anew;
  const { validUntil } = previous;
  const inTime = completedOn <= validUntil;
  const keepsDay = policy.anchor === 'fixed' && completedOn <= addDays(validUntil, policy.graceDays);
  if (!inTime && !keepsDay) return anew;
  // Another validity than the one counted so far has its own first day.
  if (previous.validityMonths !== policy.validityMonths)
    return { anchorOn: addDays(validUntil, 1), cycle: 1 };
  return { anchorOn: previous.anchorOn, cycle: previous.cycle + 1 };
}

/** The same day so many months later, or the last day of that month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);
