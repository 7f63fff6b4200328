import { formatDay, formatInstantDay, formatMoment, formatNumber, formatTime } from './format.js';

describe('dates', () => {
  it('when a calendar day is shown it should read as people write it', () => {
    expect(formatDay('2026-11-22', 'zh-CN')).toBe('2026年11月22日');
    expect(formatDay('2026-11-22', 'en')).toBe('22 Nov 2026');
  });
  it('when an instant is shown it should fall on the day of the organisation', () => {
    expect(formatInstantDay('2026-11-22T17:00:00.000Z', 'zh-CN', 'Asia/Shanghai')).toBe('2026年11月23日');
    expect(formatInstantDay('2026-11-22T17:00:00.000Z', 'en', 'UTC')).toBe('22 Nov 2026');
  });
  it('when it is just past midnight it should be 00, not 24', () => {
    const midnight = new Date(2026, 10, 22, 0, 5).getTime();
    expect(formatTime(midnight, 'zh-CN')).toBe('00:05');
    expect(formatTime(midnight, 'en')).toBe('00:05');
  });
});

describe('moments', () => {
  it('should name weekday and zone', () => {
    const instant = Date.parse('2026-12-07T09:00:00Z');
    expect(formatMoment(instant, 'zh-CN', 'Asia/Shanghai')).toBe('2026年12月7日周一 17:00 GMT+8');
    expect(formatMoment(instant, 'en', 'Europe/Berlin')).toBe('Mon, 7 Dec 2026, 10:00 CET');
  });
});

describe('numbers', () => {
  it('should group thousands and keep two places', () => {
    expect(formatNumber(1234.5, 'zh-CN')).toBe('1,234.5');
    expect(formatNumber(2 / 3, 'en')).toBe('0.67');
  });
});
