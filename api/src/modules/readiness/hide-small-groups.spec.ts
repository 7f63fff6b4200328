import fc from 'fast-check';
import { hideSmallGroups, type Group, type Partition } from './hide-small-groups.js';

const group = (size: number): Group => ({ size, hidden: false });
const partition = (parts: Group[]): Partition => ({
  whole: group(parts.reduce((sum, { size }) => sum + size, 0)),
  parts,
});

/** A board: rows of three tiers, sums of rows, of columns, and of everything. */
function board(sizes: readonly (readonly number[])[]) {
  const cells = sizes.map((row) => row.map(group));
  const rows = cells.map(partition);
  const columns = [0, 1, 2].map((n) => partition(cells.map((row) => row[n]!)));
  const all = partition(columns.map(({ whole }) => whole));
  const partitions = [...rows, ...columns, all, { whole: all.whole, parts: rows.map(({ whole }) => whole) }];
  return { partitions, groups: [...new Set(partitions.flatMap(({ whole, parts }) => [whole, ...parts]))] };
}

describe('hideSmallGroups', () => {
  it('when a group has one to four people it should be hidden; none and five are shown', () => {
    const groups = [0, 1, 4, 5].map(group);
    hideSmallGroups(groups, []);
    expect(groups.map(({ hidden }) => hidden)).toEqual([false, true, true, false]);
  });

  it('when one part is small it should hide the next smallest with it', () => {
    const one = partition([2, 9, 7].map(group));
    hideSmallGroups([one.whole, ...one.parts], [one]);
    expect(one.parts.map(({ hidden }) => hidden)).toEqual([true, false, true]);
    expect(one.whole.hidden).toBe(false);
  });

  it('for any board nothing small should be shown or be the rest of what is shown', () => {
    const row = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 12 })));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (sizes) => {
        const { groups, partitions } = board(sizes);
        hideSmallGroups(groups, partitions);
        for (const { size, hidden } of groups) expect(!hidden && size > 0 && size < 5).toBe(false);
        for (const { whole, parts } of partitions) {
          const hidden = parts.filter((part) => part.hidden);
          const missing = hidden.reduce((sum, { size }) => sum + size, 0);
          if (!whole.hidden) expect(missing === 0 || missing >= 5).toBe(true);
          else if (whole.size > 0) expect(hidden.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
