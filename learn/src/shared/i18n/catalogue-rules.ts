type Leaf = { path: string; value: unknown };

const leaves = (node: object, prefix = ''): Leaf[] =>
  Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    value !== null && typeof value === 'object'
      ? leaves(value, `${prefix}${key}/`)
      : [{ path: prefix + key, value }],
  );
const paths = (node: object) =>
  leaves(node)
    .map(({ path }) => path)
    .sort();

const NUMBERS = [0, 1, 2, 5];
/** Whatever a function takes, it is given: numbers, words, or a list of them. */
const called = (value: (...a: unknown[]) => unknown, n: number): string => {
  try {
    return String(value(n, n, n, n));
  } catch {
    return String(value([String(n)]));
  }
};
const rendered = ({ path, value }: Leaf): string[] =>
  typeof value === 'function'
    ? NUMBERS.map((n) => `${path}: ${called(value as (...a: unknown[]) => unknown, n)}`)
    : [`${path}: ${String(value)}`];
const words = (text: string): string => text.replace(/^[^:]*: /, '');

const ALLOWED = /PDF|CSV|UTF-8|GB18030|MB|Readyroom|←|→/g;

/** What holds for every pair of catalogues; called in the `describe` of a spec. */
export function describeCatalogues(zh: object, en: object): void {
  const both = () => [zh, en].flatMap((catalogue) => leaves(catalogue).flatMap(rendered));

  it('should have the same keys in both languages', () => expect(paths(en)).toEqual(paths(zh)));

  it('should leave no text empty and no value undefined', () => {
    for (const text of both()) expect(text).not.toMatch(/: \s*$|undefined|NaN|\[object/);
  });

  it('should not leave Chinese in English or English in Chinese', () => {
    for (const text of leaves(en).flatMap(rendered)) expect(words(text)).not.toMatch(/\p{Script=Han}/u);
    for (const text of leaves(zh).flatMap(rendered))
      expect(words(text).replace(ALLOWED, '')).not.toMatch(/[A-Za-z]{2,}/);
  });

  it('should not shout', () => {
    for (const text of both()) expect(text).not.toMatch(/[!！]/);
  });
}
