import { hideSmallGroups, type Branch, type Group, type Line } from './hide-small-groups.js';

const group = (size: number): Group => ({ people: size, size, hidden: false });
const line = (...sizes: number[]): Line => ({
  all: group(sizes.reduce((sum, size) => sum + size, 0)),
  tiers: sizes.map(group),
});
const leaf = (...sizes: number[]): Branch => ({ whole: line(...sizes), own: line(...sizes), children: [] });
const above = (...children: Branch[]): Branch => ({
  whole: line(...[0, 1, 2].map((t) => children.reduce((sum, { whole }) => sum + whole.tiers[t]!.size, 0))),
  own: null,
  children,
});
const hiddenOf = ({ children }: Branch): boolean[] => children.map(({ whole }) => whole.all.hidden);

describe('hideSmallGroups', () => {
  it('when the whole organisation is small it should hide everything', () => {
    const few = above(leaf(2, 1, 1));
    hideSmallGroups(few);
    expect([few.whole.all.hidden, ...hiddenOf(few)]).toEqual([true, true]);
  });

  it('when every department is large enough it should show all of them', () => {
    const large = above(leaf(5, 5, 5), leaf(0, 0, 0), leaf(6, 0, 0));
    hideSmallGroups(large);
    expect(hiddenOf(large)).toEqual([false, false, false]);
    expect(large.whole.tiers.map(({ hidden }) => hidden)).toEqual([false, false, false]);
    expect(large.children[0]!.whole.tiers.every(({ hidden }) => hidden)).toBe(true);
  });

  it('when one department is small it should hide the next smallest with it', () => {
    const one = above(leaf(2, 0, 0), leaf(9, 0, 0), leaf(7, 0, 0));
    hideSmallGroups(one);
    expect(hiddenOf(one)).toEqual([true, false, true]);
    expect(one.whole.all.hidden).toBe(false);
  });

  it('when a department is hidden it should hide what is below it, however large', () => {
    const deep = above(leaf(2, 0, 0), above(leaf(8, 0, 0), leaf(2, 0, 0)), leaf(40, 0, 0));
    hideSmallGroups(deep);
    expect(hiddenOf(deep)).toEqual([true, true, false]);
    expect(hiddenOf(deep.children[1]!)).toEqual([true, true]);
  });

  it('when tiers and departments together give a single person away it should hide the tiers', () => {
    // The second has all the executives, so its total less theirs is the one employee in it.
    const crossed = above(leaf(0, 0, 5), leaf(5, 0, 1));
    hideSmallGroups(crossed);
    expect(hiddenOf(crossed)).toEqual([false, false]);
    expect(crossed.whole.tiers.map(({ hidden }) => hidden)).toEqual([true, true, true]);
  });
});
