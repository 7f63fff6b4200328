import fc from 'fast-check';
import type { ProgramItem } from '../../providers/contract.js';
import { added, flat, freeKey, mayMove, mayRequire, moved, MOVES, removed } from './tree.js';

const course = (key: string, requires: string[] = []): ProgramItem => ({
  kind: 'course',
  key,
  requires,
  courseId: key,
});
const group = (key: string, items: ProgramItem[]): ProgramItem => ({
  kind: 'group',
  key,
  requires: [],
  title: { zh: key, en: key },
  rule: 'all',
  atLeast: null,
  items,
});
const TREE = [group('g', [course('a'), course('b')]), course('c', ['a', 'g'])];
const shape = (items: readonly ProgramItem[]): string =>
  items.map((item) => (item.kind === 'group' ? `${item.key}(${shape(item.items)})` : item.key)).join(' ');

describe('tree of a program', () => {
  it.each([
    ['b', 'up', 'g(b a) c'],
    ['c', 'inward', 'g(a b c)'],
    ['a', 'outward', 'g(b) a c'],
    ['c', 'up', 'c g(a b)'],
    ['g', 'down', 'c g(a b)'],
    ['a', 'up', 'g(a b) c'],
    ['a', 'inward', 'g(a b) c'],
  ] as const)('when %s moves %s it should be %s', (key, move, wanted) => {
    expect(shape(moved(TREE, key, move))).toBe(wanted);
  });

  it('whatever is moved, nothing should get lost or twice', () => {
    const keys = flat(TREE).map(({ key }) => key);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...MOVES)), { maxLength: 30 }),
        (steps) => {
          const end = steps.reduce<readonly ProgramItem[]>((items, [key, move]) => {
            const next = moved(items, key, move);
            expect(shape(next) === shape(items)).toBe(!mayMove(items, key, move));
            return next;
          }, TREE);
          expect(
            flat(end)
              .map(({ key }) => key)
              .sort(),
          ).toEqual([...keys].sort());
        },
      ),
    );
  });

  it('when something is removed nothing should wait for it or for what was in it', () => {
    expect(removed(TREE, 'g')).toEqual([course('c')]);
    expect(removed(TREE, 'a')).toEqual([group('g', [course('b')]), course('c', ['g'])]);
  });

  it('should let an item wait for neither itself nor what it is in', () => {
    expect(mayRequire(TREE, 'a').map(({ key }) => key)).toEqual(['b', 'c']);
    expect(mayRequire(TREE, 'g').map(({ key }) => key)).toEqual(['c']);
  });

  it('should give a new item a key of its own and put it into the group', () => {
    const items = added(TREE, 'g', course(freeKey(TREE, 'course')));
    expect(shape(items)).toBe('g(a b course-1) c');
    expect(freeKey(items, 'course')).toBe('course-2');
  });
});
