import type { Text } from '@readyroom/contract';

const text = (zh: string, en: string): Text => ({ zh, en });

export const KEPT = {
  employed: text(
    '在职期间保留，离职后按设定的月数匿名化',
    'While employed; pseudonymised the set number of months after leaving',
  ),
  session: text('到期后一天内删除', 'Deleted within a day of ending'),
  results: text(
    '长期保留；离职人员匿名化后不再指向本人',
    'Kept; it points at nobody once the person is erased',
  ),
  link: text('用过或过期 30 天后删除', 'Deleted 30 days after use or expiry'),
  imports: text('90 天后删除', 'Deleted after 90 days'),
  letters: text('180 天后清空收件地址和正文', 'Address and body emptied after 180 days'),
  records: text('随所属记录保留', 'As long as the record that it belongs to'),
  chain: text('只增不改，长期保留', 'Only ever added to, and kept'),
} as const;

export const BECAUSE = {
  results: text(
    '完成人数、成绩和统计不能因一人离开而改变；匿名化后只剩内部编号',
    'Numbers of completion and results may not change because one person left; only an internal id remains',
  ),
  proof: text(
    '证据链和审计须能核验，其中只有内部编号，不含姓名',
    'Evidence and audit must stay verifiable; they hold internal ids and no names',
  ),
  author: text('说明由谁操作，只留内部编号', 'Says who did it, by an internal id only'),
  counts: text('部门和层级是统计的依据', 'Department and tier are what numbers are counted by'),
} as const;
