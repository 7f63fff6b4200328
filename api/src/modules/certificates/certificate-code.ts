import { randomInt } from 'node:crypto';

/** Digits and capitals without those that people mix up: 0 O, 1 I L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 12;
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** A code nobody can guess (59 bits), as it is printed: `XXXX-XXXX-XXXX`. */
export const newCode = (): string =>
  grouped(Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''));

/** The printed form of what somebody typed, whatever its case, hyphens and spaces; null when it can be no code. */
export function readCode(typed: string): string | null {
  const bare = typed.replace(/[\s-]/g, '').toUpperCase();
  return CODE.test(bare) ? grouped(bare) : null;
}

const grouped = (bare: string): string => bare.match(/.{4}/g)!.join('-');
