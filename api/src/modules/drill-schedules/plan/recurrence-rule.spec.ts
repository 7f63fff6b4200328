import { daysOf, normalRule, RuleFault } from './recurrence-rule.js';

describe('normalRule', () => {
  it('should take rules that name days, and count UNTIL by the day', () => {
    expect(normalRule('RRULE:FREQ=WEEKLY;BYDAY=MO')).toBe('FREQ=WEEKLY;BYDAY=MO');
    expect(normalRule('freq=monthly;byday=1mo')).toBe('FREQ=MONTHLY;BYDAY=1MO');
    expect(normalRule('FREQ=DAILY;UNTIL=20260305')).toBe('FREQ=DAILY;UNTIL=20260305T000000Z');
    expect(normalRule('FREQ=DAILY;UNTIL=20260305T235959Z')).toBe('FREQ=DAILY;UNTIL=20260305T000000Z');
  });

  it.each([
    '',
    'WEEKLY',
    'FREQ=HOURLY',
    'FREQ=DAILY;BYHOUR=3',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=501',
    'FREQ=DAILY;COUNT=2;UNTIL=20260305',
    'FREQ=DAILY;UNTIL=20260231',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=MONTHLY;BYMONTHDAY=40',
  ])('should refuse %p', (text) => {
    expect(() => normalRule(text)).toThrow(RuleFault);
  });

  it('should come to an end with a rule that never holds', () => {
    expect(
      daysOf(normalRule('FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30'), '2026-01-01', '2026-01-01', '2027-01-01'),
    ).toEqual([]);
  });
});
