/**
 * A share of points as an exact fraction in lowest terms. Thirds and fifteenths must add up to whole points, or
 * somebody who earned exactly the pass mark would fail by rounding.
 */
export interface Points {
  readonly top: number;
  readonly bottom: number;
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** top / bottom, limited to 0 … 1: what one question can give. */
export function share(top: number, bottom: number): Points {
  if (top <= 0) return NONE;
  if (top >= bottom) return FULL;
  const common = divisor(top, bottom);
  return { top: top / common, bottom: bottom / common };
}

export const NONE: Points = { top: 0, bottom: 1 };
export const FULL: Points = { top: 1, bottom: 1 };

export const sumOf = (parts: readonly Points[]): Points =>
  parts.reduce((sum, part) => {
    const top = sum.top * part.bottom + part.top * sum.bottom;
    const bottom = sum.bottom * part.bottom;
    const common = divisor(top, bottom);
    return { top: top / common, bottom: bottom / common };
  }, NONE);

export const isFull = (points: Points): boolean => points.top === points.bottom;

/** For storing and showing: four decimals, rounded half up. */
export const toDecimal = ({ top, bottom }: Points): number =>
  Math.floor((2 * top * 10_000 + bottom) / (2 * bottom)) / 10_000;

/** Share of `max` whole points in per cent, rounded down. */
export const percentOf = ({ top, bottom }: Points, max: number): number =>
  max === 0 ? 0 : Math.floor((top * 100) / (bottom * max));
