/** One of a thing or several, as English has it. */
export const count = (n: number, one: string, other: string): string => `${n} ${n === 1 ? one : other}`;
