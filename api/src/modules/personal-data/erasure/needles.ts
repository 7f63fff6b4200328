/** What a person can be recognised by in a text. */
export interface Identity {
  readonly name: string;
  readonly englishName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly employeeNo: string;
}

const MIN_DIGITS = 5;

/**
 * The words to look for in free texts, longest first. Left out is what would hit texts that mean something else: single
 * characters, short numbers, and names written like a word of the product; and a name that somebody else bears as well.
 */
export function needlesOf(identity: Identity, namesake: boolean): string[] {
  const { name, englishName, email, phone, employeeNo } = identity;
  const names = namesake ? [] : [name, englishName].filter((it) => it !== null && !/^[a-z]*$/.test(it));
  const words = [
    ...names,
    email,
    email?.toLowerCase(),
    phone,
    phone?.replace(/[^\d+]/g, ''),
    phone?.replace(/^\+86\s*/, ''),
    employeeNo,
  ];
  const distinct = [...new Set(words.map((word) => word?.trim() ?? ''))];
  return distinct
    .filter((word) => Array.from(word).length > 1 && !(/^\d+$/.test(word) && word.length < MIN_DIGITS))
    .sort((a, b) => b.length - a.length);
}

/** One regular expression of PostgreSQL for all of them; a Latin word or number counts only when it stands alone. */
export const patternOf = (needles: readonly string[]): string =>
  needles
    .map((needle) => {
      const literal = needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const before = /^[A-Za-z0-9]/.test(needle) ? '(?<![A-Za-z0-9])' : '';
      const after = /[A-Za-z0-9]$/.test(needle) ? '(?![A-Za-z0-9])' : '';
      return `${before}${literal}${after}`;
    })
    .join('|');

/** As above, for JSON as text, where quotes and backslashes are escaped. */
export const jsonPatternOf = (needles: readonly string[]): string =>
  patternOf([...new Set(needles.flatMap((needle) => [needle, JSON.stringify(needle).slice(1, -1)]))]);

/** Stands for the person from then on; follows from the id, which nobody outside knows. */
export const pseudonymOf = (personId: string): string =>
  `已匿名人员 ${personId.replaceAll('-', '').slice(-8).toUpperCase()}`;
