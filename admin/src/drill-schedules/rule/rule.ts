export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];
/** Of a month: the day of the start, its weekday counted from the beginning, or the last day. */
export const MONTH_DAYS = ['date', 'weekday', 'last'] as const;
export type MonthDay = (typeof MONTH_DAYS)[number];
/** `never`, so many times, or until a day that is included. */
export type RuleEnd =
  | { readonly kind: 'never' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'until'; readonly day: string };

/** A recurrence as people choose it. What it cannot say is written as a rule by hand. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  /** Weekly: on which days; none means the day of the start. */
  readonly weekdays: readonly Weekday[];
  readonly monthDay: MonthDay;
  readonly end: RuleEnd;
}
export type Repeat =
  | { readonly kind: 'once' }
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'own'; readonly text: string };

export const WEEKLY: Rule = {
  frequency: 'WEEKLY',
  interval: 1,
  weekdays: [],
  monthDay: 'date',
  end: { kind: 'never' },
};

/** Of a day YYYY-MM-DD: its weekday, which one of its month it is, and whether it is the last. */
export function placeOf(day: string): { weekday: Weekday; nth: number; date: number; month: number } {
  const date = new Date(`${day}T00:00:00Z`);
  return {
    weekday: WEEKDAYS[(date.getUTCDay() + 6) % 7]!,
    nth: Math.ceil(date.getUTCDate() / 7),
    date: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
  };
}

/** RFC 5545, as the API takes it. The start says what the rule leaves open. */
export function writeRule({ frequency, interval, weekdays, monthDay, end }: Rule, startDay: string): string {
  const parts = [`FREQ=${frequency}`];
  if (interval > 1) parts.push(`INTERVAL=${interval}`);
  if (frequency === 'WEEKLY' && weekdays.length > 0)
    parts.push(`BYDAY=${WEEKDAYS.filter((day) => weekdays.includes(day)).join(',')}`);
  if (frequency === 'MONTHLY' && monthDay === 'last') parts.push('BYMONTHDAY=-1');
  if (frequency === 'MONTHLY' && monthDay === 'weekday') {
    const { weekday, nth } = placeOf(startDay);
    // Not every month has a fifth one; whoever chooses it means the last.
    parts.push(`BYDAY=${nth === 5 ? -1 : nth}${weekday}`);
  }
  if (end.kind === 'count') parts.push(`COUNT=${end.count}`);
  if (end.kind === 'until') parts.push(`UNTIL=${end.day.replaceAll('-', '')}T000000Z`);
  return parts.join(';');
}

/** What people can choose that gives this rule; null when there is nothing. */
export function readRule(text: string, startDay: string): Rule | null {
  const parts = new Map(text.split(';').map((part) => part.split('=', 2) as [string, string]));
  const frequency = FREQUENCIES.find((one) => one === parts.get('FREQ'));
  if (!frequency) return null;
  const byDay = parts.get('BYDAY');
  const until = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get('UNTIL') ?? '');
  const count = parts.get('COUNT');
  const monthDay = parts.get('BYMONTHDAY') === '-1' ? 'last' : byDay ? 'weekday' : 'date';
  const rule: Rule = {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    weekdays: frequency === 'WEEKLY' ? WEEKDAYS.filter((day) => byDay?.split(',').includes(day)) : [],
    monthDay: frequency === 'MONTHLY' ? monthDay : 'date',
    end: until
      ? { kind: 'until', day: until.slice(1).join('-') }
      : count
        ? { kind: 'count', count: Number(count) }
        : { kind: 'never' },
  };
  return partsOf(writeRule(rule, startDay)) === partsOf(text) ? rule : null;
}

/** The same rule in another order of its parts is the same rule. */
const partsOf = (text: string): string =>
  text
    .split(';')
    .filter((part) => part !== 'INTERVAL=1')
    .map((part) => (part.startsWith('BYDAY=') ? `BYDAY=${part.slice(6).split(',').sort().join(',')}` : part))
    .sort()
    .join(';');

export const repeatOf = (rrule: string | null, startDay: string): Repeat => {
  if (rrule === null) return { kind: 'once' };
  const rule = readRule(rrule, startDay);
  return rule ? { kind: 'rule', rule } : { kind: 'own', text: rrule };
};

export const rruleOf = (repeat: Repeat, startDay: string): string | null => {
  if (repeat.kind === 'once') return null;
  return repeat.kind === 'own' ? repeat.text.trim() : writeRule(repeat.rule, startDay);
};
