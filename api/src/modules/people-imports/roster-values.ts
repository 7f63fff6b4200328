import { TIERS, LOCALES, type IMPORT_ROW_ERRORS } from '@readyroom/contract';
import { z } from 'zod';
import { isTimeZone } from '../people/index.js';
import type { RosterColumn } from './roster-columns.js';

export type RowErrorCode = (typeof IMPORT_ROW_ERRORS)[number];
/** A value as it is stored, or why it cannot be. */
export type Reading = { value: string | null } | { error: RowErrorCode };

const LONGEST: Partial<Record<RosterColumn, number>> = {
  employee_no: 50,
  name: 50,
  english_name: 100,
  email: 320,
  phone: 30,
  position: 100,
  manager_no: 50,
  location: 100,
};
const LONGEST_DEPARTMENT_NAME = 100;
const DEEPEST_DEPARTMENT = 20;

const WORDS: Partial<Record<RosterColumn, { words: ReadonlyMap<string, string>; error: RowErrorCode }>> = {
  tier: {
    words: words({
      executive: ['executive', '高层', '高层管理', '高层管理人员', '高管'],
      manager: ['manager', '中层', '中层管理', '中层管理人员'],
      frontline: ['frontline', '一线', '一线员工', '基层', '基层员工'],
    } satisfies Record<(typeof TIERS)[number], string[]>),
    error: 'tier_unknown',
  },
  locale: {
    words: words({
      'zh-CN': ['zh-cn', 'zh', 'zh-hans', '中文', '简体中文'],
      en: ['en', 'en-us', 'en-gb', 'english', '英文', '英语'],
    } satisfies Record<(typeof LOCALES)[number], string[]>),
    error: 'locale_unknown',
  },
  status: {
    words: words({ active: ['active', '在职'], left: ['left', '离职', '已离职'] }),
    error: 'status_unknown',
  },
};

function words(groups: Record<string, string[]>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(groups).flatMap(([value, names]) => names.map((name) => [name, value] as const)),
  );
}

const FORMULA = /^[=+\-@＝＋－＠]/;
/** Controls, private use, what replaces broken text, and marks that turn the direction of reading around. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Co}\uFFFD\uFFFE\uFFFF\uFDD0-\uFDEF\u202A-\u202E\u2066-\u2069]/u;
const INTERNATIONAL_PHONE = /^\+\d[\d\s()-]*$/;
/** Compatibility ideographs stay as they are: to a bearer of the name they are another character. */
const COMPOSABLE = /[^\uF900-\uFAFF\u{2F800}-\u{2FA1F}]+/gu;
const Email = z.email();

/** Reads one cell of a column. An empty cell reads as null. */
export function readValue(column: RosterColumn, cell: string): Reading {
  // An apostrophe before such a character is what our own exports put there.
  const text = composed(cell)
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/, '');
  if (text === '') return { value: null };
  const known = WORDS[column];
  if (text.startsWith('=')) return { error: 'formula' };
  if (UNFIT.test(text)) return { error: 'character_invalid' };
  if (known) return orError(known.words.get(text.toLowerCase()), known.error);
  if (column === 'hire_date') return orError(readDay(text), 'date_impossible');
  if (column === 'time_zone') return orError(isTimeZone(text) ? text : undefined, 'time_zone_unknown');
  if (FORMULA.test(text) && !(column === 'phone' && INTERNATIONAL_PHONE.test(text)))
    return { error: 'formula' };
  if (column === 'department') return readDepartment(text);
  if (column === 'tags') return readTags(text);
  if (Array.from(text).length > (LONGEST[column] ?? Infinity))
    return { error: column === 'name' ? 'name_too_long' : 'value_too_long' };
  if (column === 'email') return orError(Email.safeParse(text).success ? text : undefined, 'email_invalid');
  // Sign-in takes either: a number must not look like an address.
  if (column === 'employee_no' && text.includes('@')) return { error: 'character_invalid' };
  return { value: text };
}

const composed = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : text.replace(COMPOSABLE, (part) => part.normalize('NFC'));

const orError = (value: string | undefined, error: RowErrorCode): Reading =>
  value === undefined ? { error } : { value };

function readDepartment(text: string): Reading {
  const names = text.split('/').map((name) => name.trim());
  if (names.some((name) => name === '')) return { error: 'department_missing' };
  if (
    names.length > DEEPEST_DEPARTMENT ||
    names.some((name) => Array.from(name).length > LONGEST_DEPARTMENT_NAME)
  )
    return { error: 'value_too_long' };
  return { value: names.join('/') };
}

/** What stands between tags, in a cell and in a value. */
export const TAG_SEPARATOR = ';';
const MOST_TAGS = 30;
const LONGEST_TAG = 60;

/** Tags in lower case, each once, in order: two cells that mean the same read the same. */
function readTags(text: string): Reading {
  const tags = text
    .split(/[,;，；、]/)
    .map((tag) => tag.trim().toLowerCase())
    .filter(Boolean);
  const each = [...new Set(tags)].sort();
  if (each.length > MOST_TAGS || each.some((tag) => Array.from(tag).length > LONGEST_TAG))
    return { error: 'value_too_long' };
  if (each.some((tag) => FORMULA.test(tag))) return { error: 'formula' };
  return { value: each.length > 0 ? each.join(TAG_SEPARATOR) : null };
}

const DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$|^(\d{4})(\d{2})(\d{2})$/;

/** A day that exists, as YYYY-MM-DD; year first, in any of the usual notations. */
function readDay(text: string): string | undefined {
  const match = DAY.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year < 2200 ? date.toISOString().slice(0, 10) : undefined;
}
