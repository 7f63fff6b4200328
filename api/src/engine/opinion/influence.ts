import { roundHalfUp, squareRoot } from '../numbers/index.js';
import { nextUint32, type Stream } from '../random/index.js';
import { FIXED } from './constants.js';
import { MARK_TABLE } from './tables/mark-table.js';

/** 22 of 32 bits go: 1,024 ranks are left. */
const RANK_SHIFT = 22;
const { min } = Math;
const MARK_UNIT = 1_000;

/**
 * Influence of `posts` authors together, in thousandths of an average one. Up to a limit each author is drawn; beyond
 * it so many are drawn and their deviation from the mean is scaled to the deviation that all of them would have.
 */
export function drawInfluence(s: Stream, posts: number): number {
  const drawn = min(posts, FIXED.authorsDrawn);
  let sum = 0;
  for (let i = 0; i < drawn; i++) sum += MARK_TABLE[nextUint32(s) >>> RANK_SHIFT]!;
  if (drawn === posts) return sum;
  const deviation = sum - MARK_UNIT * drawn;
  return MARK_UNIT * posts + roundHalfUp(deviation * squareRoot(posts / drawn));
}
