import { instantAt } from './zonedTime.js';

describe('instantAt', () => {
  it.each([
    ['2026-11-30T14:00', 'Asia/Shanghai', '2026-11-30T06:00:00.000Z'],
    ['2026-07-01T09:30', 'Europe/Berlin', '2026-07-01T07:30:00.000Z'],
    ['2026-12-01T09:30', 'Europe/Berlin', '2026-12-01T08:30:00.000Z'],
    ['2026-03-29T04:00', 'Europe/Berlin', '2026-03-29T02:00:00.000Z'],
    ['2026-11-30T00:10', 'America/Los_Angeles', '2026-11-30T08:10:00.000Z'],
  ])('should read %s in %s', (wall, timeZone, instant) => {
    expect(instantAt(wall, timeZone)).toBe(instant);
  });

  it('should not take what is no time', () => {
    expect(instantAt('', 'Asia/Shanghai')).toBeNull();
  });
});
