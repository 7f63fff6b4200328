import type { DifferenceGroup, DifferencePerson, Locale, Tier } from '@readyroom/contract';
import type { Cell } from '../../../platform/spreadsheet/xlsx-stream.js';

interface Words {
  readonly file: string;
  readonly header: readonly string[];
  readonly groups: Record<DifferenceGroup, string>;
  readonly tiers: Record<Tier, string>;
  readonly yes: string;
  readonly no: string;
}

/** What stands in the file of a difference, in the two languages of the product. */
export const DIFFERENCE_WORDS: Record<Locale, Words> = {
  'zh-CN': {
    file: '派发规则变化',
    header: ['工号', '姓名', '部门', '层级', '变化', '截止日期', '原截止日期', '实际不受影响'],
    groups: {
      gains: '新派发',
      due_moves: '截止日期变动',
      keeps: '不变',
      ends: '收回未完成的任务',
      stays: '已完成，保留',
    },
    tiers: { executive: '高层管理人员', manager: '中层管理人员', frontline: '一线员工' },
    yes: '是',
    no: '否',
  },
  en: {
    file: 'rule-difference',
    header: [
      'Employee no.',
      'Name',
      'Department',
      'Tier',
      'Change',
      'Due date',
      'Due date before',
      'Not affected in fact',
    ],
    groups: {
      gains: 'Newly assigned',
      due_moves: 'Due date moves',
      keeps: 'Unchanged',
      ends: 'Taken back, not finished',
      stays: 'Finished, stays',
    },
    tiers: { executive: 'Executive', manager: 'Manager', frontline: 'Frontline' },
    yes: 'Yes',
    no: 'No',
  },
};
export const DIFFERENCE_WIDTHS = [14, 14, 44, 16, 20, 12, 12, 14];

export const differenceLine = (person: DifferencePerson, locale: Locale): Cell[] => {
  const words = DIFFERENCE_WORDS[locale];
  return [
    person.employeeNo,
    person.name,
    person.departmentPath,
    words.tiers[person.tier],
    words.groups[person.group],
    person.dueOn,
    person.dueBefore,
    person.elsewhere ? words.yes : words.no,
  ];
};
