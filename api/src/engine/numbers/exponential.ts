const SMALL = 1 / 64;

/**
 * e^-x for x >= 0 from additions and multiplications only, so that every platform gets the same bits: the engines of
 * browsers and Node are free to round `Math.exp` differently. Relative error below 1e-12 up to x = 64.
 */
export function expMinus(x: number): number {
  let rest = x;
  let halvings = 0;
  for (; rest > SMALL; halvings++) rest /= 2;
  let power = series(rest);
  for (; halvings > 0; halvings--) power *= power;
  return power;
}

/** Taylor series by Horner's scheme; below 1/64 the first term left out is smaller than 1e-17. */
function series(x: number): number {
  let sum = 1;
  for (let term = 8; term >= 1; term--) sum = 1 - (sum * x) / term;
  return sum;
}
