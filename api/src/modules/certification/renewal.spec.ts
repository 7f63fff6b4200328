import fc from 'fast-check';
import type { RenewalPolicy } from '@readyroom/contract';
import { addDays } from '../../platform/clock/clock.js';
import { addMonths, complete, renewalOf, type ValidPeriod } from './renewal.js';

const YEARLY: RenewalPolicy = { validityMonths: 12, windowDays: 60, graceDays: 14, anchor: 'fixed' };

const day = fc.integer({ min: 0, max: 365 * 12 }).map((n) => addDays('2020-01-01', n));
const policy = fc
  .record({
    validityMonths: fc.integer({ min: 1, max: 36 }),
    windowDays: fc.integer({ min: 0, max: 120 }),
    graceDays: fc.integer({ min: 0, max: 60 }),
    anchor: fc.constantFrom('fixed' as const, 'rolling' as const),
  })
  .filter(({ validityMonths, windowDays, graceDays }) => windowDays + graceDays < validityMonths * 28);

/** A first period of the policy, and one of its later ones after `renewals` renewals each done in time. */
function after(rule: RenewalPolicy, firstDay: string, renewals: readonly number[]): ValidPeriod {
  let period = complete(rule, null, firstDay);
  for (const share of renewals) {
    const { opensOn, dueOn } = renewalOf(rule, period)!;
    const days = (Date.parse(dueOn) - Date.parse(opensOn)) / 86_400_000;
    period = complete(rule, period, addDays(opensOn, Math.round(days * share)));
  }
  return period;
}
const history = fc.tuple(policy, day, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }));

describe('renewal', () => {
  it.each([
    ['2024-02-29', 12, '2025-02-27'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2023-03-01', 12, '2024-02-29'],
    ['2025-01-31', 1, '2025-02-27'],
    ['2025-12-31', 2, '2026-02-27'],
  ])('from %s for %i months should be valid until %s', (from, validityMonths, until) => {
    expect(complete({ ...YEARLY, validityMonths, windowDays: 7, graceDays: 0 }, null, from)).toMatchObject({
      validFrom: from,
      validUntil: until,
    });
  });

  it('should come back to the 31st after a short month', () => {
    const monthly = { ...YEARLY, validityMonths: 1, windowDays: 5, graceDays: 0 };
    const untils = ['2025-01-31', '2025-02-27', '2025-03-30', '2025-04-29'].reduce<ValidPeriod[]>(
      (periods, on) => [...periods, complete(monthly, periods.at(-1) ?? null, on)],
      [],
    );
    expect(untils.map(({ validUntil }) => validUntil)).toEqual([
      '2025-02-27',
      '2025-03-30',
      '2025-04-29',
      '2025-05-30',
    ]);
  });

  it('when late but in grace should keep the calendar day if fixed, and count anew if rolling', () => {
    const first = complete(YEARLY, null, '2025-03-10');
    expect(first.validUntil).toBe('2026-03-09');
    expect(complete(YEARLY, first, '2026-03-20')).toMatchObject({
      validFrom: '2026-03-20',
      validUntil: '2027-03-09',
    });
    expect(complete({ ...YEARLY, anchor: 'rolling' }, first, '2026-03-20')).toMatchObject({
      validFrom: '2026-03-20',
      validUntil: '2027-03-19',
    });
  });

  it('when later than grace should count anew from the day of completion', () => {
    const first = complete(YEARLY, null, '2025-03-10');
    expect(complete(YEARLY, first, '2026-03-24')).toMatchObject({ validUntil: '2027-03-23', cycle: 1 });
  });

  it('when nothing expires should have nothing to renew', () => {
    const rule = { ...YEARLY, validityMonths: null };
    expect(renewalOf(rule, complete(rule, null, '2025-03-10'))).toBeNull();
  });

  it('whoever finishes within the window should have no uncovered day', () => {
    fc.assert(
      fc.property(history, fc.double({ min: 0, max: 1, noNaN: true }), ([rule, first, shares], share) => {
        const held = after(rule, first, shares);
        const next = after(rule, first, [...shares, share]);
        expect(next.validFrom).toBe(addDays(held.validUntil!, 1));
        expect(next.validUntil! > held.validUntil!).toBe(true);
      }),
    );
  });

  it('finishing earlier in the window should never end earlier', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(history, share, share, ([rule, first, shares], a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const soon = after(rule, first, [...shares, early]).validUntil!;
        expect(soon >= after(rule, first, [...shares, late]).validUntil!).toBe(true);
      }),
    );
  });

  it('a validity should never be shorter than what was granted, unless late with a fixed day', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 200 }), ([rule, first, shares], lateBy) => {
        const held = after(rule, first, shares);
        const on = addDays(held.validUntil!, lateBy);
        const next = complete(rule, held, on);
        const whole = addDays(addMonths(next.validFrom, rule.validityMonths!), -1);
        if (rule.anchor === 'rolling' && lateBy > 0) expect(next.validUntil).toBe(whole);
        if (lateBy > rule.graceDays) expect(next.validUntil).toBe(whole);
        expect(next.validUntil! > on).toBe(true);
      }),
    );
  });

  it('should open a renewal after what earned the period, and never after it is due', () => {
    fc.assert(
      fc.property(history, ([rule, first, shares]) => {
        const held = after(rule, first, shares);
        const { opensOn, dueOn } = renewalOf(rule, held)!;
        expect(opensOn > held.validFrom || opensOn === dueOn).toBe(true);
        expect(opensOn <= dueOn).toBe(true);
        expect(dueOn).toBe(held.validUntil);
      }),
    );
  });

  it('when pulled forward should count from that day, and take nothing away that is held', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 400 }), ([rule, first, shares], before) => {
        const held = after(rule, first, shares);
        const on = addDays(held.validUntil!, -before);
        const next = complete(rule, held, on, true);
        expect(next.validUntil! >= held.validUntil!).toBe(true);
        expect(next.validFrom <= addDays(held.validUntil!, 1)).toBe(true);
        if (before > rule.windowDays)
          expect(
            next.validUntil! <= addDays(addMonths(on, rule.validityMonths!), -1) ||
              next.validUntil === held.validUntil,
          ).toBe(true);
        else expect(next).toEqual(complete(rule, held, on));
        expect(renewalOf(rule, next)!.opensOn > on).toBe(true);
      }),
    );
  });

  it('another validity should count from the day after the one that was granted', () => {
    const first = complete(YEARLY, null, '2025-03-10');
    const half = complete({ ...YEARLY, validityMonths: 6 }, first, '2026-02-01');
    expect(half).toMatchObject({ validFrom: '2026-03-10', validUntil: '2026-09-09' });
  });
});
