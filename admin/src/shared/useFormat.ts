import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { formatDay, formatInstant, formatNumber, formatSecond, todayIn } from './format.js';
import { useLocale } from './useLocale.js';
import { useMe } from './useMe.js';

/** Dates, instants and numbers in the language of the person and the time zone of the organisation. */
export function useFormat() {
  const locale = useLocale();
  const translate = useTranslate();
  const { me } = useMe();
  const timeZone = me?.organisation.timeZone ?? 'Asia/Shanghai';
  return useMemo(
    () => ({
      timeZone,
      day: (day: string | null | undefined) => (day ? formatDay(day, locale) : '—'),
      instant: (instant: string | null | undefined) => (instant ? formatInstant(instant, timeZone) : '—'),
      second: (instant: string) => formatSecond(instant, timeZone),
      number: (value: number) => formatNumber(value, locale),
      people: (count: number) =>
        translate('common.people', { smart_count: count, count: formatNumber(count, locale) }),
      today: () => todayIn(timeZone),
    }),
    [locale, timeZone, translate],
  );
}
