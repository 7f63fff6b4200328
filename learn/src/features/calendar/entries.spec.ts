import type { Certification, CertificationList, LearnerHome } from '@readyroom/contract';
import fc from 'fast-check';
import { entriesOf, monthAfter, weeksOf } from './entries.js';

const program = (changes: Partial<Certification>) =>
  ({
    program: { id: 'p', slug: 'p', title: { zh: '项目', en: 'Program' }, summary: { zh: '-', en: '-' } },
    assigned: true,
    status: 'not_started',
    dueOn: null,
    graceUntil: null,
    validUntil: null,
    renewalOpensOn: null,
    drill: null,
    items: [],
    ...changes,
  }) as Certification;
const of = (...items: Certification[]) =>
  entriesOf({
    home: null,
    programs: { today: '2026-03-02', items, total: items.length } as CertificationList,
    planned: [],
    locale: 'zh-CN',
  }).map(({ kind, day }) => [kind, day]);

describe('days of a calendar', () => {
  it('should be one entry where a renewal is due on the last valid day', () => {
    const days = { dueOn: '2027-03-01', validUntil: '2027-03-01', renewalOpensOn: '2026-12-31' };
    expect(of(program({ ...days, status: 'expiring_soon' }))).toEqual([['expiry', '2027-03-01']]);
    expect(of(program({ ...days, status: 'compliant' }))).toEqual([
      ['renewal', '2026-12-31'],
      ['expiry', '2027-03-01'],
    ]);
  });

  it('should be the due day before the first completion, and the end of grace after it', () => {
    expect(of(program({ dueOn: '2026-04-01', graceUntil: '2026-04-15' }))).toEqual([
      ['program_due', '2026-04-01'],
    ]);
    expect(of(program({ dueOn: '2026-03-01', graceUntil: '2026-03-15', status: 'in_grace' }))).toEqual([
      ['program_due', '2026-03-01'],
      ['grace_end', '2026-03-15'],
    ]);
  });

  it('should be none of a program that is waived or no longer assigned', () => {
    expect(of(program({ dueOn: '2026-04-01', status: 'waived' }))).toEqual([]);
    expect(of(program({ dueOn: '2026-04-01', assigned: false }))).toEqual([]);
  });

  it('should have the unfinished courses of the home, by day', () => {
    const card = (courseId: string, dueOn: string | null) => ({ courseId, title: courseId, dueOn });
    const home = {
      continue: card('b', '2026-05-01'),
      due: [card('a', '2026-04-01'), card('c', null)],
      done: [card('d', '2026-01-01')],
    } as unknown as LearnerHome;
    const entries = entriesOf({ home, programs: null, planned: [], locale: 'en' });
    expect(entries.map(({ title }) => title)).toEqual(['a', 'b']);
  });
});

describe('the weeks of a month', () => {
  const months = fc
    .record({ year: fc.integer({ min: 2000, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) })
    .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);

  it('should hold each day once, each under its weekday', () => {
    fc.assert(
      fc.property(months, (month) => {
        const weeks = weeksOf(month);
        const days = weeks.flat().filter((day) => day !== null);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days).toHaveLength(new Date(Number(month.slice(0, 4)), Number(month.slice(5)), 0).getDate());
        for (const week of weeks)
          week.forEach((day, column) => {
            if (day) expect((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(column);
          });
      }),
    );
  });

  it('should go on over the end of a year, and back', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2027-01', -1)).toBe('2026-12');
  });
});
