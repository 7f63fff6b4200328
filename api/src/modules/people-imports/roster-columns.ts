import { ROSTER_COLUMNS, ROSTER_REQUIRED_COLUMNS } from '@readyroom/contract';
import { PeopleImportColumnMissing, PeopleImportUnreadable } from './people-import.errors.js';

export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** The heading of each column in a Chinese roster; the template uses these too. */
export const CHINESE_HEADINGS: Readonly<Record<RosterColumn, string>> = {
  employee_no: '工号',
  name: '姓名',
  english_name: '英文名',
  email: '邮箱',
  phone: '手机',
  department: '部门',
  position: '职位',
  tier: '层级',
  manager_no: '直属上级工号',
  hire_date: '入职日期',
  tags: '标签',
  location: '工作地点',
  time_zone: '时区',
  locale: '语言',
  status: '状态',
};

const MORE_HEADINGS: Readonly<Record<string, RosterColumn>> = {
  员工编号: 'employee_no',
  员工号: 'employee_no',
  电子邮箱: 'email',
  手机号: 'phone',
  电话: 'phone',
  岗位: 'position',
  直接上级工号: 'manager_no',
  上级工号: 'manager_no',
};

const HEADINGS = new Map<string, RosterColumn>([
  ...ROSTER_COLUMNS.map((column) => [column, column] as const),
  ...ROSTER_COLUMNS.map((column) => [CHINESE_HEADINGS[column], column] as const),
  ...Object.entries(MORE_HEADINGS),
]);

export interface ColumnMap {
  /** Where each known column stands in a row. */
  readonly at: ReadonlyMap<RosterColumn, number>;
  readonly ignored: readonly string[];
}

/** Finds the known columns by their headings, in any order; other columns are ignored. */
export function mapColumns(header: readonly string[]): ColumnMap {
  const at = new Map<RosterColumn, number>();
  const ignored: string[] = [];
  header.forEach((heading, index) => {
    const column = HEADINGS.get(normalise(heading));
    if (!column) {
      if (heading.trim() !== '') ignored.push(heading.trim().slice(0, 100));
    } else if (at.has(column)) throw new PeopleImportUnreadable(`The column ${column} appears twice`);
    else at.set(column, index);
  });
  const missing = ROSTER_REQUIRED_COLUMNS.filter((column) => !at.has(column));
  if (missing.length > 0) throw new PeopleImportColumnMissing(missing);
  return { at, ignored };
}

/** "Employee No" and "*工号" mean the same as employee_no and 工号. */
const normalise = (heading: string) =>
  heading
    .normalize('NFKC')
    .trim()
    .replace(/^\*|\*$/g, '')
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
