import type { Locale } from '@readyroom/contract';

/** The pair of tags that Intl needs: en-GB because 22 Nov 2026 reads the same everywhere. */
const TAG: Record<Locale, string> = { 'zh-CN': 'zh-CN', en: 'en-GB' };

const DAY: Record<Locale, Intl.DateTimeFormatOptions> = {
  'zh-CN': { year: 'numeric', month: 'long', day: 'numeric' },
  en: { year: 'numeric', month: 'short', day: 'numeric' },
};

/** A calendar day `YYYY-MM-DD`, which belongs to no time zone: 2026年11月22日, 22 Nov 2026. */
export const formatDay = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(TAG[locale], { ...DAY[locale], timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** The day of an instant, in the time zone of the organisation when it is known. */
export const formatInstantDay = (instant: string, locale: Locale, timeZone?: string): string =>
  new Intl.DateTimeFormat(TAG[locale], { ...DAY[locale], timeZone }).format(new Date(instant));

/** 24-hour time of day on the device: 10:32. */
export const formatTime = (instant: number, locale: Locale): string =>
  new Intl.DateTimeFormat(TAG[locale], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instant,
  );

export const formatNumber = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(TAG[locale], { maximumFractionDigits: 2 }).format(value);

export const formatDayAndTime = (instant: number, locale: Locale): string =>
  `${formatInstantDay(new Date(instant).toISOString(), locale)} ${formatTime(instant, locale)}`;
