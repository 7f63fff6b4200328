import type { QuestionAnswer } from '../content/index.js';
import { FULL, NONE, percentOf, share, sumOf, type Points } from './points.js';
import type { KeyedAnswer } from './presentation.js';

/**
 * What an answer earns, 0 … 1. Credit for a part is given where a part can be known, and never for guessing:
 * wrong choices take right ones back, and an order counts only as far as it beats a random one.
 */
export function score(solution: QuestionAnswer, answer: KeyedAnswer | null): Points {
  if (!answer) return NONE;
  switch (solution.type) {
    case 'single':
      return all(answer.type === 'single' && answer.choice === solution.choice);
    case 'boolean':
      return all(answer.type === 'boolean' && answer.value === solution.value);
    case 'numeric':
      return all(answer.type === 'numeric' && isWithin(answer.value, solution.value, solution.tolerance));
    case 'short':
      return all(answer.type === 'short' && isAccepted(answer.text, solution.accepted));
    case 'multiple':
      return answer.type === 'multiple' ? multiple(solution.choices, new Set(answer.choices)) : NONE;
    case 'ordering':
      return answer.type === 'ordering' ? ordering(solution.order, answer.order) : NONE;
    case 'matching':
      return answer.type === 'matching' ? matching(solution.pairs, answer.pairs) : NONE;
  }
}

const all = (right: boolean): Points => (right ? FULL : NONE);

function multiple(right: readonly string[], chosen: ReadonlySet<string>): Points {
  const hits = right.filter((key) => chosen.has(key)).length;
  return share(hits - (chosen.size - hits), right.length);
}

function ordering(right: readonly string[], order: readonly string[]): Points {
  const place = new Map(order.map((key, i) => [key, i]));
  let concordant = 0;
  for (let i = 0; i < right.length; i++)
    for (let j = i + 1; j < right.length; j++) {
      const before = place.get(right[i]!);
      const after = place.get(right[j]!);
      if (before !== undefined && after !== undefined && before < after) concordant++;
    }
  const total = (right.length * (right.length - 1)) / 2;
  return share(2 * concordant - total, total);
}

type Pairs = readonly { readonly left: string; readonly right: string }[];

function matching(right: Pairs, given: Pairs): Points {
  const partner = new Map(given.map((pair) => [pair.left, pair.right]));
  return share(right.filter((pair) => partner.get(pair.left) === pair.right).length, right.length);
}

/** The bounds belong to the range as they are written: 0.4 is within 0.1 of 0.3, whatever binary fractions say. */
function isWithin(value: number, target: number, tolerance: number): boolean {
  const slack = 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(target), tolerance);
  return Math.abs(value - target) <= tolerance + slack;
}

/** Text as it is compared: without case, width, punctuation and spaces. */
export const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\p{P}\p{Z}\p{C}\s]/gu, '');

function isAccepted(text: string, accepted: { zh: readonly string[]; en: readonly string[] }): boolean {
  const given = normalised(text);
  return given !== '' && [...accepted.zh, ...accepted.en].some((variant) => normalised(variant) === given);
}

/** A whole sitting. Every question is worth one point. */
export interface Score {
  readonly points: Points;
  readonly maxPoints: number;
  /** Rounded down. */
  readonly percent: number;
  readonly passed: boolean;
}

export function total(parts: readonly Points[], passPercent: number): Score {
  const points = sumOf(parts);
  const percent = percentOf(points, parts.length);
  return { points, maxPoints: parts.length, percent, passed: percent >= passPercent };
}
