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

/** When to be there, by the clock of the device, with its zone: 2026年12月7日周一 17:00 GMT+8. */
export const formatMoment = (instant: number, locale: Locale, timeZone?: string): string => {
  const parts = new Intl.DateTimeFormat(TAG[locale], {
    ...DAY[locale],
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone,
  }).formatToParts(instant);
  const zone = parts.find(({ type }) => type === 'timeZoneName')!.value;
  const rest = parts.filter(({ type }) => type !== 'timeZoneName').map(({ value }) => value);
  return `${rest.join('').replaceAll(/\s+/g, ' ').trim()} ${zone}`;
};

export const formatDayAndTime = (instant: number, locale: Locale): string =>
  `${formatInstantDay(new Date(instant).toISOString(), locale)} ${formatTime(instant, locale)}`;
