import type { FastifyRequest } from 'fastify';
import { RequestInvalid } from './refusal.js';

/** NUL and halves of surrogate pairs: JSON can carry them, PostgreSQL cannot store them. */
const UNSTORABLE = /[\0\p{Cs}]/u;

export const isStorable = (text: string): boolean => !UNSTORABLE.test(text);

/** Where the first text of a value is that cannot be stored, names of properties included; null when all can. */
export function unstorableIn(whole: unknown): string | null {
  // No recursion: a megabyte of brackets is deeper than any stack.
  const waiting: { value: unknown; path: string }[] = [{ value: whole, path: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && !isStorable(value)) return path;
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    for (const [key, one] of Object.entries(value)) {
      if (!isStorable(key)) return path;
      waiting.push({ value: one, path: path === '' ? key : `${path}.${key}` });
    }
  }
  return null;
}

/** Whatever route it is for, a body with such a text is refused at the door and never reaches a transaction. */
export function refuseUnstorable({ body }: FastifyRequest): void {
  const path = unstorableIn(body);
  if (path !== null)
    throw new RequestInvalid([{ path, message: 'This text contains characters that cannot be stored' }]);
}
