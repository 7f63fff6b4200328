import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

const PARTS = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'BYMONTH',
  'BYMONTHDAY',
  'BYSETPOS',
  'WKST',
]);
const FREQUENCIES = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
const MOST = { INTERVAL: 60, COUNT: 500 };
/** The library leaves out what is out of range, and the rule would then mean something else. */
const LISTS = {
  BYDAY: /^([+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))$/,
  BYMONTH: /^([1-9]|1[0-2])$/,
  BYMONTHDAY: /^-?([1-9]|[12]\d|3[01])$/,
  BYSETPOS: /^-?[1-9]\d?$/,
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
};

export class RuleFault extends Error {}

/**
 * A recurrence rule (RFC 5545) that names days; the time of day is that of the schedule. Rules that repeat within a day
 * are refused. The last day may be given as UNTIL, whose time of day is of no account.
 * @throws RuleFault with one English sentence
 */
export function normalRule(text: string): string {
  const parts = new Map<string, string>();
  for (const part of text
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')) {
    const [name, value, ...rest] = part.split('=');
    if (!name || !value || rest.length > 0 || parts.has(name)) throw new RuleFault(`Cannot read ${part}`);
    if (!PARTS.has(name)) throw new RuleFault(`${name} is not supported`);
    parts.set(name, value);
  }
  if (!FREQUENCIES.has(parts.get('FREQ') ?? ''))
    throw new RuleFault('FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY');
  for (const [name, most] of Object.entries(MOST)) {
    const value = parts.get(name);
    if (value !== undefined && !(/^[1-9]\d{0,3}$/.test(value) && Number(value) <= most))
      throw new RuleFault(`${name} must be between 1 and ${most}`);
  }
  for (const [name, item] of Object.entries(LISTS))
    for (const value of parts.get(name)?.split(',') ?? [])
      if (!item.test(value)) throw new RuleFault(`${name} does not take ${value}`);
  const until = parts.get('UNTIL');
  if (until !== undefined) {
    if (parts.has('COUNT')) throw new RuleFault('COUNT and UNTIL exclude each other');
    parts.set('UNTIL', lastDay(until));
  }
  const rule = [...parts].map(([name, value]) => `${name}=${value}`).join(';');
  try {
    daysOf(rule, '2026-01-01', '2026-01-01', '2026-02-01');
  } catch (error) {
    throw new RuleFault((error as Error).message.split('\n')[0] ?? 'Cannot read the rule', { cause: error });
  }
  return rule;
}

/** Days of the rule from `from` to `to`, both included. Days are counted in UTC, where none is ever short or long. */
export function daysOf(rule: string, start: string, from: string, to: string): string[] {
  const series = new RRuleTemporal({ rruleString: rule, dtstart: midnight(start), strict: true });
  return series.between(midnight(from), midnight(to), true).map((day) => day.toPlainDate().toString());
}

const midnight = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime('UTC');

function lastDay(until: string): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)(T\d{6}Z?)?$/.exec(until) ?? [];
  try {
    Temporal.PlainDate.from(`${year}-${month}-${day}`);
  } catch (error) {
    throw new RuleFault('UNTIL must be a day', { cause: error });
  }
  return `${year}${month}${day}T000000Z`;
}
