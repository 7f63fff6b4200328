import type { Department } from '../providers/contract.js';
import { subTreeOf, visibleRows } from './tree.js';

const at = (id: string, parentId: string | null, depth: number): Department => ({
  id, parentId, depth, name: id, path: id, people: 0, peopleInSubtree: 0,
}); // prettier-ignore
const TREE = [at('a', null, 0), at('b', 'a', 1), at('c', 'b', 2), at('d', 'a', 1), at('e', null, 0)];

describe('visibleRows', () => {
  it('should show everything when nothing is closed, and know what has children', () => {
    expect(visibleRows(TREE, new Set()).map((row) => [row.department.id, row.hasChildren])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
      ['d', false],
      ['e', false],
    ]);
  });

  it('should hide all levels below a closed department', () => {
    expect(visibleRows(TREE, new Set(['a'])).map((row) => row.department.id)).toEqual(['a', 'e']);
  });

  it('should show the top of a limited tree, whose parent is not in the list', () => {
    expect(visibleRows([at('c', 'b', 2)], new Set(['b'])).map((row) => row.department.id)).toEqual([]);
    expect(visibleRows([at('c', 'b', 2)], new Set()).map((row) => row.department.id)).toEqual(['c']);
  });
});

describe('subTreeOf', () => {
  it('should hold the department and all below', () => {
    expect([...subTreeOf(TREE, 'b')]).toEqual(['b', 'c']);
  });
});
