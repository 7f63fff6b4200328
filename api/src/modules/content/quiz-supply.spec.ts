import { TIERS } from '@readyroom/contract';
import fc from 'fast-check';
import { mayDraw, shortages, type Drawable, type Stratum } from './quiz-supply.js';

const topic = fc.constantFrom('a', 'b');
const question = fc.record({
  topic,
  difficulty: fc.integer({ min: 1, max: 2 }),
  tiers: fc.constantFrom(null, ['executive'], ['manager', 'frontline']),
}) as fc.Arbitrary<Drawable>;
const stratum: fc.Arbitrary<Stratum> = fc.record({
  topic,
  difficulty: fc.constantFrom(null, 1, 2),
  scope: fc.constantFrom('any', 'tier'),
  count: fc.integer({ min: 1, max: 3 }),
});

describe('shortages', () => {
  it('when it finds none, no draw can leave a stratum without a choice', () => {
    let sound = 0;
    fc.assert(
      fc.property(
        fc.array(question, { minLength: 12, maxLength: 60 }),
        fc.array(stratum, { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.nat(1_000)),
        (pool, draw, luck) => {
          if (shortages(draw, pool).length) return;
          sound++;
          for (const tier of TIERS) {
            const left = new Set(pool);
            for (const part of draw) {
              const supply = [...left].filter((q) => mayDraw(part, tier, q));
              expect(supply.length).toBeGreaterThan(part.count);
              for (let i = 0; i < part.count; i++)
                left.delete(supply.splice(luck.next().value! % supply.length, 1)[0]!);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(sound).toBeGreaterThan(20);
  });

  it('when a stratum has exactly as many as it draws it should name stratum, tier and numbers', () => {
    const pool: Drawable[] = [1, 2].map(() => ({ topic: 'a', difficulty: 1, tiers: ['manager'] }));
    const draw: Stratum[] = [{ topic: 'a', difficulty: null, scope: 'tier', count: 2 }];
    expect(shortages(draw, pool)).toContainEqual({ stratum: 0, tier: 'manager', left: 2, needed: 3 });
    expect(shortages(draw, pool)).toContainEqual({ stratum: 0, tier: 'executive', left: 0, needed: 3 });
  });
});

describe('mayDraw', () => {
  const common: Drawable = { topic: 'a', difficulty: 2, tiers: null };
  const own: Drawable = { ...common, tiers: ['frontline'] };
  it.each([
    ['any', common, true],
    ['any', own, true],
    ['tier', common, false],
    ['tier', own, true],
    ['any', { ...own, tiers: ['manager'] }, false],
    ['any', { ...common, topic: 'b' }, false],
    ['any', { ...common, difficulty: 1 }, false],
  ] as const)('with scope %s and %j it should be %s', (scope, candidate, expected) => {
    expect(mayDraw({ topic: 'a', difficulty: 2, scope }, 'frontline', candidate as Drawable)).toBe(expected);
  });
});
