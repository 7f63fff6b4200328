import { TIERS, type Tier } from '@readyroom/contract';
import fc from 'fast-check';
import { mayDraw, type Stratum } from '../content/index.js';
import { PoolTooSmall } from './attempt.errors.js';
import { draw } from './draw.js';
import { SeededRandom } from './testing/seeded-random.js';

interface Item {
  questionId: string;
  topic: string;
  difficulty: number;
  tiers: Tier[] | null;
}

const topic = fc.constantFrom('triage', 'indicators');
const difficulty = fc.integer({ min: 1, max: 3 });
const pool: fc.Arbitrary<Item[]> = fc
  .array(fc.record({ topic, difficulty, tiers: fc.option(fc.subarray([...TIERS], { minLength: 1 })) }), {
    maxLength: 40,
  })
  .map((items) => items.map((item, i) => ({ ...item, questionId: `q${i}` })));
const strata: fc.Arbitrary<Stratum[]> = fc.array(
  fc.record({
    topic,
    difficulty: fc.option(difficulty),
    scope: fc.constantFrom('any' as const, 'tier' as const),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const tier = fc.constantFrom(...TIERS);

/** The draw, or null when the pool was too small. */
function drawn(items: Item[], parts: Stratum[], learner: { tier: Tier; met: Set<string> }, seed: number) {
  try {
    return draw(items, parts, learner, new SeededRandom(seed));
  } catch (error) {
    if (error instanceof PoolTooSmall) return null;
    throw error;
  }
}

describe('drawing questions', () => {
  const question = (questionId: string, over: Partial<Item> = {}): Item => ({
    questionId,
    topic: 'triage',
    difficulty: 1,
    tiers: null,
    ...over,
  });
  const any = (count: number): Stratum => ({ topic: 'triage', difficulty: null, scope: 'any', count });
  const frontline = { tier: 'frontline' as const, met: new Set<string>() };
  const ids = (items: Item[]) => items.map(({ questionId }) => questionId).sort();

  it('when a stratum asks for the own tier it should leave the common questions alone', () => {
    const items = [
      question('common'),
      question('own', { tiers: ['frontline'] }),
      question('other', { tiers: ['manager'] }),
    ];
    const found = draw(items, [{ ...any(1), scope: 'tier' }], frontline, new SeededRandom(1));
    expect(ids(found)).toEqual(['own']);
  });

  it('when a stratum names no tier it should take common and own questions, never those of others', () => {
    const items = [
      question('common'),
      question('own', { tiers: ['frontline'] }),
      question('other', { tiers: ['manager'] }),
    ];
    expect(ids(draw(items, [any(2)], frontline, new SeededRandom(1)))).toEqual(['common', 'own']);
    expect(() => draw(items, [any(3)], frontline, new SeededRandom(1))).toThrow(PoolTooSmall);
  });

  it('when questions were met before it should take the others first, and those only as far as needed', () => {
    const items = ['a', 'b', 'c', 'd'].map((id) => question(id));
    for (let seed = 0; seed < 50; seed++) {
      const found = ids(
        draw(items, [any(3)], { ...frontline, met: new Set(['a', 'b']) }, new SeededRandom(seed)),
      );
      expect(found).toEqual(expect.arrayContaining(['c', 'd']));
      expect(found).toHaveLength(3);
    }
  });

  it('when it is repeated it should vary what it draws and in which order', () => {
    const items = Array.from({ length: 8 }, (_, i) => question(`q${i}`));
    const seen = new Set<string>();
    for (let seed = 0; seed < 100; seed++)
      seen.add(
        draw(items, [any(2)], frontline, new SeededRandom(seed))
          .map(({ questionId }) => questionId)
          .join(),
      );
    expect(seen.size).toBeGreaterThan(30);
  });

  it('should give exactly the counts, in order of the strata, without repeating one, or refuse', () => {
    fc.assert(
      fc.property(pool, strata, tier, fc.integer(), (items, parts, ownTier, seed) => {
        const found = drawn(items, parts, { tier: ownTier, met: new Set() }, seed);
        if (!found) return;
        expect(found).toHaveLength(parts.reduce((sum, { count }) => sum + count, 0));
        expect(new Set(found).size).toBe(found.length);
        for (const item of found) {
          expect(parts.some((part) => mayDraw(part, ownTier, item))).toBe(true);
          expect(item.tiers === null || item.tiers.includes(ownTier)).toBe(true);
        }
        for (const part of parts)
          expect(found.filter((item) => mayDraw(part, ownTier, item)).length).toBeGreaterThanOrEqual(
            part.count,
          );
      }),
    );
  });

  it('should refuse only when some stratum can be left without', () => {
    fc.assert(
      fc.property(pool, strata, tier, fc.integer(), (items, parts, ownTier, seed) => {
        const sum = parts.reduce((all, { count }) => all + count, 0);
        const ample = parts.every(
          (part) => items.filter((item) => mayDraw(part, ownTier, item)).length >= sum,
        );
        const hopeless = parts.some(
          (part) => items.filter((item) => mayDraw(part, ownTier, item)).length < part.count,
        );
        const found = drawn(items, parts, { tier: ownTier, met: new Set() }, seed);
        if (ample) expect(found).not.toBeNull();
        if (hopeless) expect(found).toBeNull();
      }),
    );
  });

  it('should never take a question met before while a new one would do', () => {
    fc.assert(
      fc.property(
        pool,
        strata,
        tier,
        fc.integer(),
        fc.func(fc.boolean()),
        (items, parts, ownTier, seed, isMet) => {
          const met = new Set(items.map(({ questionId }) => questionId).filter((id) => isMet(id)));
          const found = drawn(items, parts.slice(0, 1), { tier: ownTier, met }, seed);
          if (!found || found.every(({ questionId }) => !met.has(questionId))) return;
          const fresh = items.filter(
            (item) => mayDraw(parts[0]!, ownTier, item) && !met.has(item.questionId),
          );
          expect(found).toEqual(expect.arrayContaining(fresh));
        },
      ),
    );
  });
});
