const { floor, max, min } = Math;

/** Nearest whole number, halves upwards. */
export const roundHalfUp = (x: number): number => floor(x + 0.5);

export const between = (low: number, x: number, high: number): number => max(low, min(high, x));

/** Steps per unit in which fractions are kept in a state: what is stored is exactly what was reckoned with. */
const STEPS = 1_000_000;

/** To the nearest millionth. */
export const quantise = (x: number): number => roundHalfUp(x * STEPS) / STEPS;
