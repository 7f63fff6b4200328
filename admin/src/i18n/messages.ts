/** Texts of one language as a tree; leaves are ICU-free polyglot strings (`%{name}`, `one |||| many`). */
export interface Messages {
  [key: string]: string | Messages;
}

/** The same keys, any text. */
export type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** Texts of one screen in both languages; a key that one language lacks does not compile. */
export const inBothLanguages = <T extends Messages>(texts: {
  en: T;
  zh: SameKeys<T>;
}): { en: T; zh: SameKeys<T> } => texts;

/** Merges trees; the later one wins. */
export function mergeMessages(...trees: Messages[]): Messages {
  const merged: Messages = {};
  for (const tree of trees)
    for (const [key, value] of Object.entries(tree)) {
      const before = merged[key];
      merged[key] =
        typeof value === 'object' && typeof before === 'object' ? mergeMessages(before, value) : value;
    }
  return merged;
}

/** All keys of a tree, joined by dots. */
export const keysOf = (tree: Messages, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
