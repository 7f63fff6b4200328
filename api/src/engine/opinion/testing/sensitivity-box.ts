import type { OpinionParameters } from '../constants.js';

/**
 * 36 parameter sets: every combination of effect, shift of attribution, weight of the match and weight of transparency
 * at the ends (and middles) of their ranges; the other uncertain constants go through theirs in step.
 */
export const SENSITIVITY_BOX: readonly Partial<OpinionParameters>[] = [0.3, 0.5, 0.7].flatMap(
  (answerEffect, i) =>
    [0.15, 0.25, 0.35].flatMap((attributionEffect, j) =>
      [0.4, 0.7].flatMap((match, k) =>
        [0.1, 0.2].map((transparency, l) => {
          const set = 12 * i + 4 * j + 2 * k + l;
          return {
            answerEffect,
            attributionEffect,
            match,
            transparency,
            infectiousness: [0.5, 0.62, 0.85][set % 3]!,
            ageing: [24, 48, 96][(i + j + l) % 3]!,
            anger: [0.2, 0.6, 0.8][(j + 2 * k + l) % 3]!,
            dailySwing: [0, 0.3, 0.5][(i + j + k) % 3]!,
            loyalty: [0.3, 0.5, 0.7][Math.floor(set / 2) % 3]!,
          };
        }),
      ),
    ),
);
