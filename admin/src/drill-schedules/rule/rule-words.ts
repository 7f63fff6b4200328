import type { Locale } from '../../providers/contract.js';
import { formatDay } from '../../shared/format.js';
import { placeOf, readRule, WEEKDAYS, type Frequency, type Rule, type Weekday } from './rule.js';

const ZH_WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const EN_WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const EN_MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December',
]; // prettier-ignore
const EN_NTH = ['first', 'second', 'third', 'fourth', 'last'];
const ZH_NTH = ['第一个', '第二个', '第三个', '第四个', '最后一个'];

const EN_UNIT: Record<Frequency, [string, string]> = {
  DAILY: ['day', 'days'],
  WEEKLY: ['week', 'weeks'],
  MONTHLY: ['month', 'months'],
  YEARLY: ['year', 'years'],
};
const ZH_UNIT: Record<Frequency, [string, string]> = {
  DAILY: ['天', '天'],
  WEEKLY: ['周', '周'],
  MONTHLY: ['月', '个月'],
  YEARLY: ['年', '年'],
};

/** As it stands on a button: 周一, Mon. */
export const shortWeekday = (day: Weekday, locale: Locale): string => weekdayName(day, locale).slice(0, 3);

/** Monday to Sunday by name. */
const weekdayName = (day: Weekday, locale: Locale): string => {
  const index = WEEKDAYS.indexOf(day);
  return locale === 'en' ? EN_WEEKDAYS[index]! : `周${ZH_WEEKDAYS[index]}`;
};

const list = (names: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { type: 'conjunction' }).format(names);

function daysInWords(rule: Rule, startDay: string, locale: Locale): string {
  const { weekday, nth, date, month } = placeOf(startDay);
  const en = locale === 'en';
  switch (rule.frequency) {
    case 'DAILY':
      return '';
    case 'WEEKLY': {
      const days = rule.weekdays.length > 0 ? rule.weekdays : [weekday];
      const names = WEEKDAYS.filter((day) => days.includes(day)).map((day) => weekdayName(day, locale));
      return en ? ` on ${list(names, locale)}` : names.join('、');
    }
    case 'MONTHLY':
      if (rule.monthDay === 'last') return en ? ' on the last day' : '最后一天';
      if (rule.monthDay === 'weekday')
        return en
          ? ` on the ${EN_NTH[nth - 1]} ${weekdayName(weekday, locale)}`
          : `${ZH_NTH[nth - 1]}${weekdayName(weekday, locale)}`;
      return en ? ` on day ${date}` : ` ${date} 日`;
    case 'YEARLY':
      return en ? ` on ${date} ${EN_MONTHS[month - 1]}` : ` ${month} 月 ${date} 日`;
  }
}

function endInWords({ end }: Rule, locale: Locale): string {
  const en = locale === 'en';
  if (end.kind === 'count') return en ? `, ${end.count} times` : `，共 ${end.count} 次`;
  if (end.kind === 'until') {
    const day = formatDay(end.day, locale);
    return en ? `, until ${day}` : `，至 ${day}`;
  }
  return '';
}

/** A rule as a sentence without its full stop: “Every 2 weeks on Monday, 6 times”. */
export function ruleInWords(rule: Rule, startDay: string, locale: Locale): string {
  const { frequency, interval } = rule;
  const days = daysInWords(rule, startDay, locale);
  const end = endInWords(rule, locale);
  if (locale === 'en') {
    const [one, many] = EN_UNIT[frequency];
    return `Every ${interval === 1 ? one : `${interval} ${many}`}${days}${end}`;
  }
  const [one, many] = ZH_UNIT[frequency];
  const every = interval === 1 ? `每${one}` : `每 ${interval} ${many}`;
  // 每周一、周四, not 每周周一、周四; with an interval the unit is named anyway.
  if (frequency === 'WEEKLY') return interval === 1 ? `每${days}${end}` : `${every}的${days}${end}`;
  return `${every}${interval > 1 && days ? `的${days}` : days}${end}`;
}

/** The rule of a schedule in words; what words cannot say is shown as it is. */
export const rruleInWords = (rrule: string, startDay: string, locale: Locale): string => {
  const rule = readRule(rrule, startDay);
  return rule ? ruleInWords(rule, startDay, locale) : rrule;
};
