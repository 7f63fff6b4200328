import { randomInt } from 'node:crypto';

/** Where chance comes from. Tests give a seeded one. */
export abstract class RandomSource {
  /** A whole number from 0 to below `limit`, each equally likely. */
  abstract below(limit: number): number;
}

export class CryptoRandom extends RandomSource {
  below(limit: number): number {
    return randomInt(limit);
  }
}

/** A new list in random order (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: RandomSource): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
