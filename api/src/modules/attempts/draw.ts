import type { Tier } from '@readyroom/contract';
import { mayDraw, type PoolQuestion, type Stratum } from '../content/index.js';
import { PoolTooSmall } from './attempt.errors.js';
import { shuffled, type RandomSource } from './random.js';

type Drawable = Pick<PoolQuestion, 'questionId' | 'topic' | 'difficulty' | 'tiers'>;

/**
 * Draws the questions of one sitting: stratum after stratum without repetition, first those that this person has not
 * met yet. The result is in random order.
 * @throws PoolTooSmall when a stratum finds fewer questions than it asks for
 */
export function draw<Q extends Drawable>(
  pool: readonly Q[],
  strata: readonly Stratum[],
  learner: { readonly tier: Tier; readonly met: ReadonlySet<string> },
  random: RandomSource,
): Q[] {
  const taken = new Set<Q>();
  for (const stratum of strata) {
    const candidates = pool.filter(
      (question) => !taken.has(question) && mayDraw(stratum, learner.tier, question),
    );
    if (candidates.length < stratum.count) throw new PoolTooSmall(stratum, candidates.length);
    const isNew = (question: Q) => !learner.met.has(question.questionId);
    const fresh = shuffled(candidates.filter(isNew), random);
    const known = shuffled(
      candidates.filter((question) => !isNew(question)),
      random,
    );
    for (const question of [...fresh, ...known].slice(0, stratum.count)) taken.add(question);
  }
  return shuffled([...taken], random);
}
