import { Readable } from 'node:stream';
import { ROSTER_COLUMNS, ROSTER_REQUIRED_COLUMNS, type Locale } from '@readyroom/contract';
import { BOM, csvLine } from '../../platform/spreadsheet/csv.js';
import { xlsxStream, type Cell } from '../../platform/spreadsheet/xlsx-stream.js';
import type { RefusedRow } from './imports.repository.js';
import { REASONS } from './reasons.js';
import { CHINESE_HEADINGS, type RosterColumn } from './roster-columns.js';

export type RosterFileFormat = 'csv' | 'xlsx';

interface Sheet {
  name: string;
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
}

const headingIn = (locale: Locale, column: RosterColumn): string =>
  locale === 'en' ? column : CHINESE_HEADINGS[column];

/** An empty roster with its headings and two rows that show how to fill it in. */
export function templateFile(format: RosterFileFormat, locale: Locale): Readable {
  const rows = locale === 'en' ? EXAMPLES_EN : EXAMPLES_ZH;
  const star = (column: RosterColumn) =>
    (ROSTER_REQUIRED_COLUMNS as readonly string[]).includes(column) ? '*' : '';
  const header = ROSTER_COLUMNS.map((column) => `${headingIn(locale, column)}${star(column)}`);
  return write(format, {
    name: locale === 'en' ? 'Roster' : '花名册',
    header,
    rows: rows.map((row) => ROSTER_COLUMNS.map((column) => row[column])),
  });
}

/** The refused rows as they stood in the file, each with line, column and reason in front: one for every error. */
export function errorsFile(
  format: RosterFileFormat,
  locale: Locale,
  refused: { header: readonly string[]; rows: readonly RefusedRow[] },
): Readable {
  const en = locale === 'en';
  return write(format, {
    name: en ? 'Errors' : '错误',
    header: [...(en ? ['Line', 'Column', 'Reason'] : ['行号', '所在列', '原因']), ...refused.header],
    rows: refused.rows.map(({ cells, error }) => [
      error.line,
      error.column ? headingIn(locale, error.column) : '',
      REASONS[error.code][en ? 'en' : 'zh'](error.otherLine),
      ...cells,
    ]),
  });
}

function write(format: RosterFileFormat, { name, header, rows }: Sheet): Readable {
  if (format === 'csv')
    return Readable.from([BOM + [header, ...rows].map(csvLine).join('')], { objectMode: false });
  const width = (column: number) =>
    Math.min(
      40,
      Math.max(...[header, ...rows.slice(0, 100)].map((row) => widthOf(String(row[column] ?? '')))) + 2,
    );
  return xlsxStream({ name, header, rows, widths: header.map((_, column) => width(column)) });
}

/** A Chinese character is as wide as two Latin letters. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + (char > '\u2E80' ? 2 : 1), 0);

type Example = Record<RosterColumn, string>;
const EXAMPLES_ZH: readonly Example[] = [
  {
    employee_no: '0000001',
    name: '林晓岚',
    english_name: '',
    email: 'lin.xiaolan@example.com',
    phone: '13800001234',
    department: '客户服务中心',
    position: '客服中心总监',
    tier: '中层管理人员',
    manager_no: '',
    hire_date: '2021-03-15',
    tags: '',
    location: '杭州',
    time_zone: 'Asia/Shanghai',
    locale: '中文',
    status: '在职',
  },
  {
    employee_no: '0000002',
    name: '宋𫖯',
    english_name: 'Song Fu',
    email: 'song.fu@example.com',
    phone: '13900005678',
    department: '客户服务中心/在线客服一组',
    position: '客服代表',
    tier: '一线员工',
    manager_no: '0000001',
    hire_date: '2024-07-01',
    tags: '夜班、新人',
    location: '杭州',
    time_zone: 'Asia/Shanghai',
    locale: '中文',
    status: '在职',
  },
];
const EXAMPLES_EN: readonly Example[] = [
  {
    employee_no: '0000001',
    name: 'Marta Lindqvist',
    english_name: 'Marta Lindqvist',
    email: 'marta.lindqvist@example.com',
    phone: '+353 1 555 0101',
    department: 'Customer Service',
    position: 'Head of Customer Service',
    tier: 'manager',
    manager_no: '',
    hire_date: '2021-03-15',
    tags: '',
    location: 'Dublin',
    time_zone: 'Europe/Dublin',
    locale: 'en',
    status: 'active',
  },
  {
    employee_no: '0000002',
    name: 'Ada Kovács',
    english_name: 'Ada Kovács',
    email: 'ada.kovacs@example.com',
    phone: '+353 1 555 0102',
    department: 'Customer Service/Online Support',
    position: 'Support Agent',
    tier: 'frontline',
    manager_no: '0000001',
    hire_date: '2024-07-01',
    tags: 'night shift, new',
    location: 'Dublin',
    time_zone: 'Europe/Dublin',
    locale: 'en',
    status: 'active',
  },
];
