import { countQualities, mapCase, type PreviewCase } from './caseMap.js';

type Nodes = PreviewCase['nodes'];
const node = (id: string, ...next: (string | null)[]) =>
  ({
    id,
    outcomes: next.map((nextNodeId, i) => ({
      chosenOptionId: `${id}${i}`,
      nextNodeId,
      quality: i ? 'weak' : 'strong',
    })),
  }) as unknown as Nodes[number];

describe('mapCase', () => {
  it('should put a decision below every decision that leads to it', () => {
    const { nodes } = mapCase({
      startId: 'a',
      nodes: [node('c', null), node('a', 'b', 'c'), node('b', 'c')],
    });
    expect(nodes.map(({ id, number, depth }) => [id, number, depth])).toEqual([['a', 1, 0], ['b', 2, 1], ['c', 3, 2]]); // prettier-ignore
  });

  it('should set decisions of one depth side by side', () => {
    const { nodes } = mapCase({
      startId: 'a',
      nodes: [node('a', 'b', 'c'), node('b', null), node('c', null)],
    });
    expect(nodes.slice(1)).toMatchObject([{ column: 0, columns: 2 }, { column: 1, columns: 2 }]); // prettier-ignore
  });

  it('should draw one line an option, with letters in order', () => {
    const { edges } = mapCase({ startId: 'a', nodes: [node('a', 'b', null), node('b', null)] });
    expect(edges.map(({ from, to, letter }) => `${from}${letter}${to ?? '.'}`)).toEqual([
      'aAb',
      'aB.',
      'bA.',
    ]);
    expect(countQualities(edges)).toEqual({ strong: 2, acceptable: 0, weak: 1 });
  });

  it('should leave out what cannot be reached, and end when a way leads back', () => {
    const { nodes } = mapCase({ startId: 'a', nodes: [node('a', 'b'), node('b', 'a'), node('z', null)] });
    expect(nodes.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });
});
