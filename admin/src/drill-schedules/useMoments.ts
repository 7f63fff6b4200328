import { useMemo } from 'react';
import type { Locale } from '../providers/contract.js';
import { useLocale } from '../shared/useLocale.js';

/** The zone of the device: that of whoever reads. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How far a zone is from UTC at an instant: GMT+8. */
export const offsetAt = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === 'timeZoneName')!.value;

const momentIn = (instant: string, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));

/** Moments with their weekday, in the zone of a schedule and in that of the reader where it is another. */
export function useMoments(timeZone: string) {
  const locale = useLocale();
  return useMemo(() => {
    const own = ownZone();
    const same = (instant: string) => offsetAt(instant, own) === offsetAt(instant, timeZone);
    return {
      own,
      isOther: own !== timeZone,
      there: (instant: string) => momentIn(instant, timeZone, locale),
      here: (instant: string) => (same(instant) ? null : momentIn(instant, own, locale)),
    };
  }, [timeZone, locale]);
}
