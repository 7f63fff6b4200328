import fc from 'fast-check';
import { FREQUENCIES, MONTH_DAYS, readRule, WEEKDAYS, WEEKLY, writeRule, type Rule } from './rule.js';
import { rruleInWords, ruleInWords } from './rule-words.js';

const START = '2026-03-09';
const rules: fc.Arbitrary<Rule> = fc
  .record({
    frequency: fc.constantFrom(...FREQUENCIES),
    interval: fc.integer({ min: 1, max: 60 }),
    weekdays: fc.subarray([...WEEKDAYS]),
    monthDay: fc.constantFrom(...MONTH_DAYS),
    end: fc.oneof(
      fc.constant({ kind: 'never' as const }),
      fc.integer({ min: 1, max: 500 }).map((count) => ({ kind: 'count' as const, count })),
      fc.constantFrom('2026-12-31', '2028-02-29').map((day) => ({ kind: 'until' as const, day })),
    ),
  })
  .map((rule) => ({
    ...rule,
    weekdays: rule.frequency === 'WEEKLY' ? rule.weekdays : [],
    monthDay: rule.frequency === 'MONTHLY' ? rule.monthDay : 'date',
  }));

describe('a recurrence that is chosen', () => {
  it('should be read back from what it is written as', () => {
    fc.assert(fc.property(rules, (rule) => expect(readRule(writeRule(rule, START), START)).toEqual(rule)));
  });

  it('should be told from a rule that cannot be chosen', () => {
    for (const rrule of [
      'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
      'FREQ=MONTHLY;BYDAY=3WE',
      'FREQ=YEARLY;BYMONTH=2,8',
      'FREQ=MONTHLY;BYMONTHDAY=15',
    ])
      expect(readRule(rrule, START)).toBeNull();
  });

  it('should not mind the order of the parts', () => {
    expect(readRule('BYDAY=TH,MO;INTERVAL=1;FREQ=WEEKLY', START)).toEqual({
      ...WEEKLY,
      weekdays: ['MO', 'TH'],
    });
  });

  it('should take the fifth weekday of a month as the last', () => {
    expect(writeRule({ ...WEEKLY, frequency: 'MONTHLY', monthDay: 'weekday' }, '2026-03-30')).toBe(
      'FREQ=MONTHLY;BYDAY=-1MO',
    );
  });
});

describe('a recurrence in words', () => {
  it.each([
    ['FREQ=DAILY', '每天', 'Every day'],
    ['FREQ=WEEKLY', '每周一', 'Every week on Monday'],
    ['FREQ=WEEKLY;BYDAY=MO,TH', '每周一、周四', 'Every week on Monday and Thursday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=6', '每 2 周的周五，共 6 次', 'Every 2 weeks on Friday, 6 times'],
    ['FREQ=MONTHLY', '每月 9 日', 'Every month on day 9'],
    ['FREQ=MONTHLY;INTERVAL=3', '每 3 个月的 9 日', 'Every 3 months on day 9'],
    ['FREQ=MONTHLY;BYDAY=2MO', '每月第二个周一', 'Every month on the second Monday'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '每月最后一天', 'Every month on the last day'],
    ['FREQ=YEARLY', '每年 3 月 9 日', 'Every year on 9 March'],
    [
      'FREQ=WEEKLY;UNTIL=20261231T000000Z',
      '每周一，至 2026年12月31日',
      'Every week on Monday, until 31 December 2026',
    ],
    ['FREQ=YEARLY;BYMONTH=2,8', 'FREQ=YEARLY;BYMONTH=2,8', 'FREQ=YEARLY;BYMONTH=2,8'],
  ])('%s', (rrule, zh, en) => {
    expect(rruleInWords(rrule, START, 'zh-CN')).toBe(zh);
    expect(rruleInWords(rrule, START, 'en')).toBe(en);
  });

  it('should say something of every rule in both languages', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        for (const locale of ['zh-CN', 'en'] as const)
          expect(ruleInWords(rule, START, locale)).not.toMatch(/undefined|NaN|\s$|\s\s/);
      }),
    );
  });
});
