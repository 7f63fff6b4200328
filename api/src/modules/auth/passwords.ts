import { randomInt } from 'node:crypto';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { PASSWORD_MIN_LENGTH } from '@readyroom/contract';
import { PasswordCommon, PasswordTooShort } from './auth.errors.js';

/** argon2id, 19 MiB, two passes, one lane: the first choice of OWASP's Password Storage Cheat Sheet. */
export const ARGON2 = { algorithm: 2 as Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(normalise(password), ARGON2);
export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  verify(stored, normalise(password)).catch(() => false);

/** The same password typed on another keyboard or system is the same password (NIST SP 800-63B-4, 3.1.1.2). */
const normalise = (password: string) => password.normalize('NFKC');

const COMMON = [
  'password',
  'passw0rd',
  'qwertyuiop',
  'qwerty',
  'iloveyou',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'abc',
  'woaini',
  'wodemima',
  'mima',
  'zxcvbnm',
  'asdfghjkl',
  'readyroom',
  'changeme',
  'default',
  'dragon',
  'monkey',
];

/**
 * Length and guessability, no rules of composition (NIST SP 800-63B-4). Refuses repeated or counting characters, the
 * words that lists of leaked passwords begin with, and the person's own login or name, each also with digits around.
 */
export function checkNewPassword(password: string, own: readonly (string | null)[]): void {
  const text = normalise(password);
  if (Array.from(text).length < PASSWORD_MIN_LENGTH) throw new PasswordTooShort();
  const core = text.toLowerCase().replace(/^[\d\W_]+|[\d\W_]+$/gu, '');
  const owned = own.flatMap((value) =>
    value ? [value.toLowerCase(), value.toLowerCase().split('@')[0]!] : [],
  );
  if (core === '' && isCounting(text)) throw new PasswordCommon();
  if (new Set(text).size < 4) throw new PasswordCommon();
  if (COMMON.includes(core) || owned.includes(core) || owned.includes(text.toLowerCase()))
    throw new PasswordCommon();
}

function isCounting(text: string): boolean {
  const codes = Array.from(text, (char) => char.codePointAt(0)!);
  const steps = codes.slice(1).map((code, i) => code - codes[i]!);
  const wraps = (step: number) => [1, -1, 0, -9, 9].includes(step);
  return steps.every(wraps);
}

// No 0/O, 1/l/I: people copy these from a sheet of paper.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twelve characters in groups of four, about 59 bits. */
export function temporaryPassword(): string {
  const chars = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return [0, 4, 8].map((from) => chars.slice(from, from + 4).join('')).join('-');
}
