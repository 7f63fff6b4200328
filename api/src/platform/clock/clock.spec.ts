import fc from 'fast-check';
import { addDays, dayIn } from './clock.js';

describe('days', () => {
  it('should be those of the zone, not of the machine', () => {
    expect(dayIn('Asia/Shanghai', new Date('2026-03-01T16:30:00Z'))).toBe('2026-03-02');
    expect(dayIn('America/Sao_Paulo', new Date('2026-03-02T02:30:00Z'))).toBe('2026-03-01');
    expect(dayIn('UTC', new Date('2028-02-29T23:59:59Z'))).toBe('2028-02-29');
  });

  it('should add across months and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('should come back when as many days are taken away', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const start = date.toISOString().slice(0, 10);
        expect(addDays(addDays(start, days), -days)).toBe(start);
      }),
    );
  });
});
