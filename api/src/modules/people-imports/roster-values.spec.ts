import { readValue } from './roster-values.js';
import type { RosterColumn } from './roster-columns.js';

describe('readValue', () => {
  it.each<[RosterColumn, string, string | null]>([
    ['employee_no', ' 0000007 ', '0000007'],
    ['name', '刘䶮', '刘䶮'],
    ['name', 'Zoe\u0308 Larsen', 'Zoë Larsen'],
    ['name', '\uFA0C', '\uFA0C'],
    ['name', '   ', null],
    ['phone', '+86 (138) 1234-5678', '+86 (138) 1234-5678'],
    ['phone', "'+353 1 555 0101", '+353 1 555 0101'],
    ['department', ' 客服中心 / 在线组 ', '客服中心/在线组'],
    ['tier', 'Executive', 'executive'],
    ['tier', '中层管理人员', 'manager'],
    ['tier', '一线', 'frontline'],
    ['status', '已离职', 'left'],
    ['locale', 'ZH-cn', 'zh-CN'],
    ['locale', 'English', 'en'],
    ['time_zone', 'America/Sao_Paulo', 'America/Sao_Paulo'],
    ['hire_date', '2024/7/1', '2024-07-01'],
    ['hire_date', '20240229', '2024-02-29'],
    ['hire_date', '2024年02月29日', '2024-02-29'],
    ['tags', ' 夜班、VIP，夜班; ', 'vip;夜班'],
    ['tags', '、;', null],
  ])('when %s is "%s" it should read %s', (column, cell, value) => {
    expect(readValue(column, cell)).toEqual({ value });
  });

  it.each<[RosterColumn, string, string]>([
    ['name', '=HYPERLINK("http://x","y")', 'formula'],
    ['name', '＠x', 'formula'],
    ['name', "'-x", 'formula'],
    ['tier', '="manager"', 'formula'],
    ['phone', '+1+1', 'formula'],
    ['phone', '-1', 'formula'],
    ['name', 'a\nb', 'character_invalid'],
    ['name', '\uFFFD', 'character_invalid'],
    ['name', '\uE001', 'character_invalid'],
    ['name', 'x\u202Ey', 'character_invalid'],
    ['employee_no', 'x@y', 'character_invalid'],
    ['name', '𠅤'.repeat(51), 'name_too_long'],
    ['position', 'x'.repeat(101), 'value_too_long'],
    ['department', 'a/'.repeat(20) + 'a', 'value_too_long'],
    ['department', '/a', 'department_missing'],
    ['email', 'not an address', 'email_invalid'],
    ['tier', 'boss', 'tier_unknown'],
    ['status', 'sleeping', 'status_unknown'],
    ['locale', 'xx', 'locale_unknown'],
    ['time_zone', 'Mars/Olympus', 'time_zone_unknown'],
    ['time_zone', '+08:00', 'time_zone_unknown'],
    ['hire_date', '2025-02-30', 'date_impossible'],
    ['hire_date', '01/02/2024', 'date_impossible'],
    ['tags', 'x'.repeat(61), 'value_too_long'],
    ['tags', Array.from({ length: 31 }, (_, n) => `t${n}`).join(','), 'value_too_long'],
    ['tags', 'a,=1+1', 'formula'],
    ['hire_date', '1600-01-01', 'date_impossible'],
  ])('when %s is "%s" it should refuse it as %s', (column, cell, error) => {
    expect(readValue(column, cell)).toEqual({ error });
  });
});
