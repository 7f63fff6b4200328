import { expMinus } from '../numbers/index.js';
import { nextUnit, type Stream } from './stream.js';

/**
 * Poisson-distributed count with mean `lambda`, by inversion. A large mean is cut into chunks of 64 (a sum of Poisson
 * counts is Poisson) and each chunk takes the next number of the stream. So the result never falls when `lambda` rises
 * and the stream is the same: two runs that differ in one response stay comparable, number by number.
 */
export function poisson(s: Stream, lambda: number): number {
  if (!(lambda >= 0 && lambda <= LARGEST)) throw new RangeError(`not a mean: ${lambda}`);
  let count = 0;
  let rest = lambda;
  for (; rest >= CHUNK; rest -= CHUNK) count += chunk(nextUnit(s));
  return rest > 0 ? count + below(nextUnit(s), rest) : count;
}

const CHUNK = 64;

/** Beyond it a count would no longer be a safe whole number. */
const LARGEST = Number.MAX_SAFE_INTEGER / 2;

/** Probabilities up to this count add up to 1 in double precision for every mean up to 64. */
const CERTAIN = 256;

/** Smallest count whose cumulative probability exceeds `u`. */
function below(u: number, lambda: number): number {
  let probability = expMinus(lambda);
  let cumulative = probability;
  let count = 0;
  while (u >= cumulative && count < CERTAIN) {
    count++;
    probability *= lambda / count;
    cumulative += probability;
  }
  return count;
}

/** The same for the mean of a whole chunk; a guide says where to begin the search. */
function chunk(u: number): number {
  let count = GUIDE[(u * GUIDE.length) | 0]!;
  while (u >= CUMULATIVE[count]! && count < CERTAIN) count++;
  return count;
}

const CUMULATIVE = cumulativeOf(CHUNK);
const GUIDE = guideTo(CUMULATIVE);

function cumulativeOf(lambda: number): Float64Array {
  const sums = new Float64Array(CERTAIN + 1);
  let probability = expMinus(lambda);
  sums[0] = probability;
  for (let count = 1; count <= CERTAIN; count++) {
    probability *= lambda / count;
    sums[count] = sums[count - 1]! + probability;
  }
  return sums;
}

/** For each of 1,024 equal parts of [0, 1): the count with which its lower end is answered. */
function guideTo(sums: Float64Array): Uint16Array {
  const guide = new Uint16Array(1_024);
  let count = 0;
  for (let part = 0; part < guide.length; part++) {
    while (part / guide.length >= sums[count]! && count < CERTAIN) count++;
    guide[part] = count;
  }
  return guide;
}
