import { TIERS, type Tier } from '@readyroom/contract';

/** One part of a quiz: how many questions of which kind. `scope: tier` = written for the learner's own tier. */
export interface Stratum {
  topic: string;
  difficulty: number | null;
  scope: 'any' | 'tier';
  count: number;
}
/** What decides who may get a question. `tiers: null` = everybody. */
export interface Drawable {
  topic: string;
  difficulty: number;
  tiers: readonly Tier[] | null;
}

/** Whether a stratum may draw this question for a learner of this tier. */
export const mayDraw = (stratum: Omit<Stratum, 'count'>, tier: Tier, question: Drawable): boolean =>
  question.topic === stratum.topic &&
  (stratum.difficulty === null || question.difficulty === stratum.difficulty) &&
  (question.tiers ? question.tiers.includes(tier) : stratum.scope === 'any');

export interface Shortage {
  stratum: number;
  tier: Tier;
  /** Questions that remain in the worst case, after the strata before took theirs. */
  left: number;
  needed: number;
}

/** Strata that leave no choice: fewer than `count + 1` questions may remain when their turn comes. */
export function shortages(draw: readonly Stratum[], pool: readonly Drawable[]): Shortage[] {
  return TIERS.flatMap((tier) => {
    const supply = draw.map(
      (stratum) => new Set(pool.filter((question) => mayDraw(stratum, tier, question))),
    );
    return draw.flatMap((stratum, s) => {
      const mine = supply[s]!;
      const taken = draw
        .slice(0, s)
        .reduce(
          (sum, earlier, e) =>
            sum + Math.min(earlier.count, [...supply[e]!].filter((q) => mine.has(q)).length),
          0,
        );
      const left = Math.max(0, mine.size - taken);
      return left < stratum.count + 1 ? [{ stratum: s, tier, left, needed: stratum.count + 1 }] : [];
    });
  });
}
