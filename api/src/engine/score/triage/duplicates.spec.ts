import fc from 'fast-check';
import { duplicatePairs, type DuplicateMark } from './duplicates.js';

const GROUPS: Record<string, string> = { a1: 'a', a2: 'a', a3: 'a', b1: 'b', b2: 'b' };
const groupOf = (post: string): string | undefined => GROUPS[post];
const mark = (post: string, duplicateOf: string | null = null): DuplicateMark => ({ post, duplicateOf });

describe('pairs of duplicates', () => {
  it.each([
    { name: 'all alone', marks: [mark('a1'), mark('a2'), mark('x')], hits: 0, said: 0, same: 1 },
    {
      name: 'a right star',
      marks: [mark('a1'), mark('a2', 'a1'), mark('a3', 'a1')],
      hits: 3,
      said: 3,
      same: 3,
    },
    {
      name: 'a right chain',
      marks: [mark('a1'), mark('a2', 'a1'), mark('a3', 'a2')],
      hits: 3,
      said: 3,
      same: 3,
    },
    {
      name: 'two groups in one',
      marks: [mark('a1'), mark('a2', 'a1'), mark('b1', 'a1')],
      hits: 1,
      said: 3,
      same: 1,
    },
    { name: 'an original not triaged', marks: [mark('a2', 'a1')], hits: 1, said: 1, same: 1 },
    { name: 'a post that repeats itself', marks: [mark('a1', 'a1')], hits: 0, said: 0, same: 0 },
    { name: 'a ring', marks: [mark('b1', 'b2'), mark('b2', 'b1')], hits: 1, said: 1, same: 1 },
    { name: 'posts of no group', marks: [mark('x'), mark('y', 'x')], hits: 0, said: 1, same: 0 },
  ])('when $name it should count hits, said and same', ({ marks, hits, said, same }) => {
    expect(duplicatePairs(marks, groupOf)).toEqual({ hits, said, same });
  });

  const posts = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];
  const labels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 });
  /** Marks that put posts with the same label together; each member names some other member. */
  const marksFor = (
    of: readonly number[],
    pick: (members: string[], post: string) => string,
  ): DuplicateMark[] =>
    posts.map((post, i) => {
      const members = posts.filter((_, j) => of[j] === of[i]);
      return mark(post, members.length === 1 ? null : pick(members, post));
    });
  const truth = (of: readonly number[]) => (post: string) => `g${of[posts.indexOf(post)]}`;

  it('do not depend on which member is named as the original', () => {
    fc.assert(
      fc.property(labels, labels, (said, real) => {
        const first = marksFor(said, (members) => members[0]!);
        const last = marksFor(said, (members) => members.at(-1)!);
        const next = marksFor(
          said,
          (members, post) => members[(members.indexOf(post) + 1) % members.length]!,
        );
        const counts = duplicatePairs(first, truth(real));
        expect(duplicatePairs(last, truth(real))).toEqual(counts);
        expect(duplicatePairs(next, truth(real))).toEqual(counts);
        expect(duplicatePairs([...next].reverse(), truth(real))).toEqual(counts);
      }),
    );
  });

  it('are symmetric: truth and judgement may change places without changing F1', () => {
    fc.assert(
      fc.property(labels, labels, (one, other) => {
        const there = duplicatePairs(
          marksFor(one, (members) => members[0]!),
          truth(other),
        );
        const back = duplicatePairs(
          marksFor(other, (members) => members[0]!),
          truth(one),
        );
        expect(back).toEqual({ hits: there.hits, said: there.same, same: there.said });
      }),
    );
  });

  it('hit no more than was said or is the same', () => {
    fc.assert(
      fc.property(labels, labels, (said, real) => {
        const counts = duplicatePairs(
          marksFor(said, (members) => members[0]!),
          truth(real),
        );
        expect(counts.hits).toBeLessThanOrEqual(Math.min(counts.said, counts.same));
      }),
    );
  });
});
