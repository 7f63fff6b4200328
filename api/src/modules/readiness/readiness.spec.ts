import fc from 'fast-check';
import { CRISIS_TYPES } from '@readyroom/contract';
import { retained } from './decay.js';
import { readinessOf, type Shown } from './readiness.js';

const NOW = new Date('2026-06-01T00:00:00Z');
const DAY = 86_400_000;
const MONTH = (365.25 / 12) * DAY;
const TITLE = { zh: '题', en: 'title' };

let made = 0;
const shown = (more: Partial<Shown> = {}): Shown => ({
  kind: 'recall',
  id: `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
  about: 'signals',
  title: TITLE,
  at: NOW,
  result: 80,
  ...more,
});

const history = fc.array(
  fc
    .record({
      kind: fc.constantFrom('recall', 'drill'),
      topic: fc.constantFrom('signals', 'plans', 'words'),
      type: fc.constantFrom(...CRISIS_TYPES),
      daysAgo: fc.integer({ min: 0, max: 1_500 }),
      result: fc.double({ min: 0, max: 100, noNaN: true }),
    })
    .map(({ kind, topic, type, daysAgo, result }) =>
      shown({
        kind,
        result,
        about: kind === 'recall' ? topic : type,
        at: new Date(NOW.getTime() - daysAgo * DAY),
      }),
    ),
  { maxLength: 30 },
);
const later = fc.integer({ min: 0, max: 2_000 }).map((days) => new Date(NOW.getTime() + days * DAY));

describe('retained', () => {
  it.each([
    [0, 1],
    [2, 0.81],
    [3, 0.73],
    [6, 0.53],
    [12, 0.28],
    [18, (0.28 * 0.28) / 0.53],
  ])('when %s months have passed it should be %s', (months, left) => {
    expect(retained((months * MONTH) / DAY)).toBeCloseTo(left, 10);
  });

  it('should never rise, never be more than all, and never be nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 20_000, noNaN: true }),
        fc.double({ min: 0, max: 5_000, noNaN: true }),
        (days, more) => {
          expect(retained(days + more)).toBeLessThanOrEqual(retained(days));
          expect(retained(days)).toBeLessThanOrEqual(1);
          expect(retained(days)).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('readinessOf', () => {
  it('when there is no evidence it should be no number, and not 0', () => {
    const { overall, types } = readinessOf([], NOW);
    expect(overall).toEqual({ value: null, basis: 'none', evidence: [] });
    expect(types.map(({ crisisType, readiness }) => [crisisType, readiness.value])).toEqual(
      CRISIS_TYPES.map((type) => [type, null]),
    );
  });

  it('when all answers were wrong it should be 0, and not none', () => {
    expect(readinessOf([shown({ result: 0 })], NOW).overall).toMatchObject({ value: 0, basis: 'recall' });
  });

  it('when there are recall and drills it should give drills the larger share', () => {
    const evidence = [shown({ result: 100 }), shown({ kind: 'drill', about: 'technical', result: 50 })];
    const { overall, types } = readinessOf(evidence, NOW);
    expect(overall).toMatchObject({ value: 70, basis: 'both' });
    expect(types.map(({ readiness }) => readiness.value)).toEqual([70, null, null, null]);
  });

  it('when a topic was asked four times it should weigh the newest three 4 : 2 : 1', () => {
    const ages = [3, 2, 1, 0].map((days) =>
      shown({ at: new Date(NOW.getTime() - days), result: days === 0 ? 70 : 0 }),
    );
    const { evidence, value } = readinessOf(ages, NOW).overall;
    expect(evidence.map(({ id, weight }) => [id, weight])).toEqual([
      [ages[3]!.id, 0.5714],
      [ages[2]!.id, 0.2857],
      [ages[1]!.id, 0.1429],
    ]);
    expect(value).toBe(40);
  });

  it('when a year has passed it should have lost what the prior says', () => {
    const then = new Date(NOW.getTime() - 12 * MONTH);
    expect(readinessOf([shown({ result: 100, at: then })], NOW).overall.value).toBe(28);
  });

  it('for any history it should never rise while nothing is added', () => {
    fc.assert(
      fc.property(history, later, later, (evidence, one, other) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        const before = readinessOf(evidence, first);
        const after = readinessOf(evidence, second);
        const pairs = [
          [before.overall, after.overall] as const,
          ...before.types.map((type, n) => [type.readiness, after.types[n]!.readiness] as const),
        ];
        for (const [was, is] of pairs) {
          expect(is.value === null).toBe(was.value === null);
          expect(is.value ?? 0).toBeLessThanOrEqual(was.value ?? 0);
        }
      }),
    );
  });

  it('for any history the evidence should add up to the number, and the weights to one', () => {
    fc.assert(
      fc.property(history, later, (evidence, now) => {
        const { overall, types } = readinessOf(evidence, now);
        for (const { value, evidence: parts } of [overall, ...types.map(({ readiness }) => readiness)]) {
          expect(value === null).toBe(parts.length === 0);
          if (value === null) continue;
          const sum = (of: 'contribution' | 'weight') => parts.reduce((all, part) => all + part[of], 0);
          expect(Math.abs(sum('contribution') - value)).toBeLessThanOrEqual(0.06);
          expect(sum('weight')).toBeCloseTo(1, 2);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('for any history the order in which it is told should not matter', () => {
    fc.assert(
      fc.property(history, (evidence) => {
        const told = readinessOf([...evidence].reverse(), NOW).overall.value;
        expect(Math.abs((told ?? -1) - (readinessOf(evidence, NOW).overall.value ?? -1))).toBeLessThanOrEqual(
          0.1,
        );
      }),
    );
  });
});
