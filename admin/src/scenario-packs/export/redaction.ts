import type { Query } from '../../providers/http.js';

/** What can be replaced besides names that the author lists. */
export const REDACTED_KINDS = ['organisation', 'departments', 'personas', 'partners'] as const;
const SHORTEST = 2;
const LONGEST = 60;

/** The names in a text, one a line or with commas between them; each once, and only such as the server takes. */
export function namesIn(text: string): string[] {
  const names = text
    .split(/[\n,，、;；]/)
    .map((name) => name.trim())
    .filter((name) => name.length >= SHORTEST && name.length <= LONGEST);
  return [...new Set(names)].slice(0, 200);
}

/** No kind at all has to be said; leaving it out means the usual ones. */
export const redactionQuery = (
  kinds: readonly string[],
  names: readonly string[],
): Query & { names?: readonly string[] } => ({
  redact: kinds.length ? REDACTED_KINDS.filter((kind) => kinds.includes(kind)) : 'none',
  ...(names.length ? { names } : {}),
});
