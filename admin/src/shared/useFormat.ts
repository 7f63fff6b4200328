import { useMemo } from 'react';
import { formatDay, formatInstant, formatNumber, todayIn } from './format.js';
import { useLocale } from './useLocale.js';
import { useMe } from './useMe.js';

/** Dates, instants and numbers in the language of the person and the time zone of the organisation. */
export function useFormat() {
  const locale = useLocale();
  const { me } = useMe();
  const timeZone = me?.organisation.timeZone ?? 'Asia/Shanghai';
  return useMemo(
    () => ({
      timeZone,
      day: (day: string | null | undefined) => (day ? formatDay(day, locale) : '—'),
      instant: (instant: string | null | undefined) => (instant ? formatInstant(instant, timeZone) : '—'),
      number: (value: number) => formatNumber(value, locale),
      today: () => todayIn(timeZone),
    }),
    [locale, timeZone],
  );
}
