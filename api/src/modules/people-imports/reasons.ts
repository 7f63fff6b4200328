import type { RowErrorCode } from './roster-values.js';

/** Says what is wrong with a row; some errors are a collision with another line of the file. */
type Sentence = (otherLine: number | null) => string;
const plain =
  (text: string): Sentence =>
  () =>
    text;

export const REASONS: Readonly<Record<RowErrorCode, { zh: Sentence; en: Sentence }>> = {
  employee_no_missing: { zh: plain('缺少工号'), en: plain('The employee number is missing') },
  employee_no_duplicate: {
    zh: (line) => `工号与第 ${line} 行重复`,
    en: (line) => `The employee number is the same as in line ${line}`,
  },
  name_missing: { zh: plain('缺少姓名'), en: plain('The name is missing') },
  name_too_long: { zh: plain('姓名超过 50 个字'), en: plain('The name is longer than 50 characters') },
  formula: {
    zh: plain('内容像公式（以 =、+、- 或 @ 开头），请改为普通文字'),
    en: plain('This looks like a formula (it begins with =, +, - or @); enter plain text'),
  },
  email_invalid: { zh: plain('邮箱格式不正确'), en: plain('This is not an e-mail address') },
  email_taken: {
    zh: plain('邮箱已被系统中的其他人使用'),
    en: plain('Somebody else in Readyroom has this e-mail address'),
  },
  email_duplicate: {
    zh: (line) => `邮箱与第 ${line} 行重复`,
    en: (line) => `The e-mail address is the same as in line ${line}`,
  },
  department_missing: {
    zh: plain('部门为空，或部门路径中有空缺的一级'),
    en: plain('The department is missing, or one level of its path is empty'),
  },
  tier_unknown: {
    zh: plain('层级应为：高层管理人员、中层管理人员、一线员工'),
    en: plain('The tier must be executive, manager or frontline'),
  },
  status_unknown: { zh: plain('状态应为：在职、离职'), en: plain('The status must be active or left') },
  locale_unknown: { zh: plain('语言应为：中文、英文'), en: plain('The language must be zh-CN or en') },
  time_zone_unknown: {
    zh: plain('时区无法识别，请填写如 Asia/Shanghai 的名称'),
    en: plain('Unknown time zone; use a name such as Europe/Dublin'),
  },
  date_impossible: {
    zh: plain('日期不存在或格式不正确，请按 2024-07-01 的格式填写'),
    en: plain('There is no such day, or it is not written like 2024-07-01'),
  },
  manager_unknown: {
    zh: plain('找不到该工号的上级：文件和系统中都没有'),
    en: plain('There is no manager with this number, neither in the file nor in Readyroom'),
  },
  manager_cycle: {
    zh: (line) =>
      line === null ? '上级关系形成循环：最终成为自己的上级' : `上级关系形成循环，见第 ${line} 行`,
    en: (line) =>
      line === null
        ? 'This person would be their own manager in the end'
        : `Managers report to each other in a ring, see line ${line}`,
  },
  value_too_long: { zh: plain('内容过长'), en: plain('This text is too long') },
  character_invalid: {
    zh: plain('含有无法使用的字符（如换行、控制字符、自造字）'),
    en: plain(
      'There are characters that cannot be used, such as line breaks, control characters or private-use characters',
    ),
  },
  column_count: {
    zh: plain('这一行的列数与表头不一致，请检查分隔符和引号'),
    en: plain('This row has another number of cells than the header; check separators and quotes'),
  },
  out_of_scope: {
    zh: plain('不在您负责的部门范围内'),
    en: plain('This lies outside the departments you are responsible for'),
  },
};
