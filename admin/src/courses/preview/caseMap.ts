import type { PreviewLesson } from './place.js';

export type PreviewCase = NonNullable<PreviewLesson['case']>;
export type Quality = PreviewCase['nodes'][number]['outcomes'][number]['quality'];

export interface MapNode {
  id: string;
  /** 1-based, in the order in which the decisions can come. */
  number: number;
  /** Length of the longest way from the start. */
  depth: number;
  /** Place among the nodes of the same depth, and how many there are. */
  column: number;
  columns: number;
}
export interface MapEdge {
  optionId: string;
  letter: string;
  from: string;
  /** null = the debrief. */
  to: string | null;
  quality: Quality;
  /** Place among the options of its node, and how many there are. */
  index: number;
  count: number;
}

export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** The decisions of a case in layers, ready to draw and to number. What cannot be reached is left out. */
export function mapCase({ startId, nodes }: Pick<PreviewCase, 'startId' | 'nodes'>): {
  nodes: MapNode[];
  edges: MapEdge[];
} {
  const depths = new Map([[startId, 0]]);
  // As many rounds as nodes are enough for the longest way, and end even if a way led back.
  for (let round = 1; round < nodes.length; round += 1)
    for (const { id, outcomes } of nodes) {
      const depth = depths.get(id);
      if (depth === undefined) continue;
      for (const { nextNodeId } of outcomes)
        if (nextNodeId)
          depths.set(nextNodeId, Math.min(nodes.length, Math.max(depths.get(nextNodeId) ?? 0, depth + 1)));
    }
  const reached = nodes
    .filter(({ id }) => depths.has(id))
    .sort((a, b) => depths.get(a.id)! - depths.get(b.id)!);
  const layer = (depth: number) => reached.filter(({ id }) => depths.get(id) === depth);
  return {
    nodes: reached.map(({ id }, i) => {
      const depth = depths.get(id)!;
      const peers = layer(depth);
      return {
        id,
        number: i + 1,
        depth,
        column: peers.findIndex((peer) => peer.id === id),
        columns: peers.length,
      };
    }),
    edges: reached.flatMap(({ id, outcomes }) =>
      outcomes.map(({ chosenOptionId, nextNodeId, quality }, index) => ({
        optionId: chosenOptionId,
        letter: letterOf(index),
        from: id,
        to: nextNodeId,
        quality,
        index,
        count: outcomes.length,
      })),
    ),
  };
}

export function countQualities(edges: readonly Pick<MapEdge, 'quality'>[]): Record<Quality, number> {
  const of = (quality: Quality) => edges.filter((edge) => edge.quality === quality).length;
  return { strong: of('strong'), acceptable: of('acceptable'), weak: of('weak') };
}
