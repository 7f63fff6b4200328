import fc from 'fast-check';
import type { ProgramItem, Text } from '@readyroom/contract';
import { progressOf, type Done } from './path-progress.js';

const text = (word: string): Text => ({ zh: word, en: word });
const course = (key: string, requires: string[] = []): ProgramItem => ({
  kind: 'course',
  key,
  requires,
  courseId: key,
});
const group = (
  key: string,
  rule: 'in_order' | 'all' | 'at_least',
  items: ProgramItem[],
  more: { atLeast?: number; requires?: string[] } = {},
): ProgramItem => ({
  kind: 'group',
  key,
  requires: more.requires ?? [],
  title: text(key),
  rule,
  atLeast: more.atLeast ?? null,
  items,
});

/** Days by key; a key that was only begun has null. */
const having = (days: Record<string, string | null>): Done => ({
  doneOn: ({ key }) => days[key] ?? null,
  begun: ({ key }) => key in days,
});
const states = (path: ProgramItem[], days: Record<string, string | null>) => {
  const progress = progressOf(path, having(days), text);
  const flat = (items: typeof progress.items): [string, string][] =>
    items.flatMap((item) => [[item.key, item.state] as [string, string], ...flat(item.items)]);
  return { ...Object.fromEntries(flat(progress.items)), done: progress.doneOn };
};

describe('progressOf', () => {
  it('when in any order should be done on the day of the last item', () => {
    const path = [course('a'), course('b')];
    expect(states(path, { a: '2026-01-05', b: '2026-01-03' })).toEqual({
      a: 'done',
      b: 'done',
      done: '2026-01-05',
    });
    expect(states(path, { a: '2026-01-05', b: null })).toEqual({ a: 'done', b: 'in_progress', done: null });
  });

  it('when in order should open one after the other', () => {
    const path = [group('g', 'in_order', [course('a'), course('b'), course('c')])];
    expect(states(path, {})).toMatchObject({ g: 'open', a: 'open', b: 'locked', c: 'locked' });
    expect(states(path, { a: '2026-01-01' })).toMatchObject({ g: 'in_progress', b: 'open', c: 'locked' });
  });

  it('when so many are enough should be done with the one that made it enough', () => {
    const path = [group('g', 'at_least', [course('a'), course('b'), course('c')], { atLeast: 2 })];
    expect(states(path, { a: '2026-01-01', b: '2026-02-01', c: '2026-03-01' })).toMatchObject({
      done: '2026-02-01',
    });
    expect(states(path, { c: '2026-03-01' })).toMatchObject({ g: 'in_progress', a: 'open', done: null });
  });

  it('should lock what waits for another item, in whichever group that is, and name it', () => {
    const path = [group('g', 'all', [course('a')]), group('h', 'all', [course('b')], { requires: ['a'] })];
    const { items } = progressOf(path, having({}), text);
    expect(items[1]).toMatchObject({
      state: 'locked',
      waitsFor: ['a'],
      items: [{ state: 'locked', waitsFor: ['a'] }],
    });
    expect(states(path, { a: '2026-01-01' })).toMatchObject({ h: 'open', b: 'open' });
  });

  it('should count what was done before it opened', () => {
    const path = [course('a'), course('b', ['a'])];
    expect(states(path, { b: '2026-01-01' })).toEqual({ a: 'open', b: 'done', done: null });
  });

  it('doing more should never undo anything, and all done should be done', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const path = [
      group('g', 'in_order', [
        course('a'),
        group('h', 'at_least', [course('b'), course('c')], { atLeast: 1 }),
      ]),
      group('i', 'all', [course('d'), course('e', ['b'])], { requires: ['a'] }),
    ];
    const some = fc.subarray(keys);
    const days = (done: string[]) => Object.fromEntries(done.map((key) => [key, '2026-01-01']));
    fc.assert(
      fc.property(some, some, (one, more) => {
        const [less, both] = [states(path, days(one)), states(path, days([...new Set([...one, ...more])]))];
        for (const [key, state] of Object.entries(less))
          if (state === 'done') expect({ key, now: both[key as never] }).toEqual({ key, now: 'done' });
        if (less.done) expect(both.done).not.toBeNull();
      }),
    );
    expect(states(path, days(keys)).done).toBe('2026-01-01');
  });
});
