import { Uuid } from '@readyroom/contract';
import type { Path } from '../../content/index.js';
import type { Say } from './finding.js';

/** Every `id` of a document is a UUID that stands nowhere else in it. Files are checked across the whole folder instead. */
export function checkDocumentIds(document: object, say: Say): void {
  const seen = new Set<string>();
  const visit = (value: unknown, path: Path): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      if (key !== 'id' || Array.isArray(value)) visit(inner, here);
      else if (!Uuid.safeParse(inner).success)
        say(here, `“${String(inner)}” is no UUID`, `“${String(inner)}”不是 UUID`);
      else if (seen.has(inner as string))
        say(
          here,
          `The id ${String(inner)} is used twice: leave it empty to get a new one`,
          `标识 ${String(inner)} 用了两次：留空即可得到新的标识`,
        );
      else seen.add(inner as string);
    }
  };
  visit(document, []);
}
