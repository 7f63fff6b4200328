const pinyin = new Intl.Collator('zh-u-co-pinyin');
const latin = new Intl.Collator('en', { sensitivity: 'base' });

/** Readings that begin with each letter; none begins with i, u or v. */
const LETTERS = Array.from('abcdefghjklmnopqrstwxyz');
/** CLDR gives every letter of its pinyin order a marker (U+FDD0 and the capital) just before its first character. */
const marker = (letter: string) => `\uFDD0${letter.toUpperCase()}`;
/** Behind the characters with a reading come those without, by radical and stroke; this one leads them. */
const FIRST_WITHOUT_READING = '\u{20000}';

/** Surnames that are read otherwise than the same character in a word. */
const SURNAMES: Readonly<Record<string, string>> = {
  曾: 'z',
  单: 's',
  仇: 'q',
  解: 'x',
  区: 'o',
  朴: 'p',
  查: 'z',
  翟: 'z',
  覃: 'q',
  盖: 'g',
  隗: 'w',
  尉迟: 'yc',
  万俟: 'mq',
};

/**
 * Lower-case initials for search: 张伟 gives zw, "Mei-Ling O'Connor" gives mlo. What has no known reading is left out.
 * The readings are those of the Unicode collation data (CLDR), which also knows characters outside the first plane.
 */
export function nameInitials(name: string): string {
  const surname = Object.keys(SURNAMES).find((key) => name.startsWith(key)) ?? '';
  const rest = name.slice(surname.length);
  const parts = rest.match(/\p{Script=Han}|[\p{Script=Latin}\p{M}'’]+/gu) ?? [];
  return (
    (SURNAMES[surname] ?? '') +
    parts.map((part) => (/\p{Script=Han}/u.test(part) ? ofHan(part) : ofLatin(part))).join('')
  );
}

function ofHan(char: string): string {
  if (pinyin.compare(char, FIRST_WITHOUT_READING) >= 0) return '';
  return LETTERS.findLast((letter) => pinyin.compare(marker(letter), char) <= 0) ?? '';
}

/** Łukasz gives l, Éva gives e: the base letter that the alphabet sorts it under. */
function ofLatin(word: string): string {
  const first = word.match(/\p{L}/u)?.[0];
  return (
    Array.from('abcdefghijklmnopqrstuvwxyz').findLast(
      (letter) => first && latin.compare(letter, first) <= 0,
    ) ?? ''
  );
}
