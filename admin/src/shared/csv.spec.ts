import { csvOf } from './csv.js';
import { addDays, formatDay, formatInstant, maskPhone, todayIn } from './format.js';

describe('csvOf', () => {
  it('should begin with a BOM, end lines with CRLF and quote what needs it', () => {
    expect(
      csvOf([
        ['姓名', 'a,b'],
        ['say "x"', 3],
        [null, 'l\nm'],
      ]),
    ).toBe('\uFEFF姓名,"a,b"\r\n"say ""x""",3\r\n,"l\nm"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '＝1', '\tx'])('should keep %j text', (value) => {
    expect(csvOf([[value]])).toContain(`'${value}`);
  });

  it('should leave numbers alone', () => {
    expect(csvOf([[-5]])).toBe('\uFEFF-5\r\n');
  });
});

describe('format', () => {
  it('should write a day in both languages without moving it', () => {
    expect(formatDay('2026-11-30', 'zh-CN')).toBe('2026年11月30日');
    expect(formatDay('2026-11-30', 'en')).toBe('30 November 2026');
  });

  it('should write an instant in the zone of the organisation', () => {
    expect(formatInstant('2026-11-22T18:05:00.000Z', 'Asia/Shanghai')).toBe('2026-11-23 02:05');
  });

  it('should know today in a zone and count days', () => {
    expect(todayIn('Asia/Shanghai', new Date('2026-11-22T18:05:00Z'))).toBe('2026-11-23');
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
  });

  it('should mask the middle of a phone number', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
  });
});
