import { ERROR_CODES } from '@readyroom/contract';
import { en } from './en.js';
import { zh } from './zh.js';

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
const NUMBERS = [0, 1, 2, 5] as const;
const rendered = ({ path, value }: Leaf) =>
  typeof value === 'function'
    ? NUMBERS.map((n) => `${path}: ${String((value as (...a: unknown[]) => string)(n, n, n))}`)
    : [`${path}: ${String(value)}`];

describe('catalogues', () => {
  it('should have the same keys in both languages', () => expect(paths(en)).toEqual(paths(zh)));

  it('should have one text for every error code', () => {
    for (const catalogue of [zh, en])
      expect(Object.keys(catalogue.errors).sort()).toEqual([...ERROR_CODES].sort());
  });

  it('should leave no text empty and no value undefined', () => {
    for (const text of [zh, en].flatMap((catalogue) => leaves(catalogue).flatMap(rendered)))
      expect(text).not.toMatch(/: \s*$|undefined|NaN|\[object/);
  });

  it('should not leave Chinese in English or English in Chinese', () => {
    const ALLOWED = /PDF|Readyroom|←|→/g;
    for (const text of leaves(en).flatMap(rendered))
      expect(text.replace(/^[^:]*: /, '')).not.toMatch(/\p{Script=Han}/u);
    for (const text of leaves(zh).flatMap(rendered))
      expect(text.replace(/^[^:]*: /, '').replace(ALLOWED, '')).not.toMatch(/[A-Za-z]{2,}/);
  });

  it('should not shout', () => {
    for (const text of [zh, en].flatMap((catalogue) => leaves(catalogue).flatMap(rendered)))
      expect(text).not.toMatch(/[!！]/);
  });

  it('when there is one of a thing English should use the singular', () => {
    expect(en.course.dueIn(1)).toBe('Due in 1 day');
    expect(en.course.dueIn(2)).toBe('Due in 2 days');
    expect(en.quiz.keptHere(1)).toBe('Kept on this device, 1 answer waiting.');
  });
});
