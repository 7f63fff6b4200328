import type { Path } from '../source/problem.js';
import type { SourceCase } from '../source/source-schema.js';

type Report = (path: Path, message: string) => void;
type CaseNode = SourceCase['nodes'][number];

/** A case is a graph: every node reachable, every path ends, and one path is strong all the way. */
export function checkCase(graph: SourceCase, report: Report): void {
  const at: Path = ['case', 'nodes'];
  const nodes = new Map<string, CaseNode>();
  let whole = true;
  graph.nodes.forEach((node, n) => {
    if (node.key === 'end' || nodes.has(node.key))
      report(
        [...at, n, 'key'],
        node.key === 'end'
          ? '“end” is taken: give the node another key'
          : `The key “${node.key}” is used twice in this case`,
      );
    nodes.set(node.key, node);
    repeated(node.options.map((option) => option.key)).forEach((o) =>
      report(
        [...at, n, 'options', o, 'key'],
        `The key “${node.options[o]!.key}” is used twice in this decision`,
      ),
    );
  });
  if (!nodes.has(graph.start)) {
    report(
      ['case', 'start'],
      `The case starts at “${graph.start}”, which is no node: use one of ${[...nodes.keys()].join(', ')}`,
    );
    return;
  }
  graph.nodes.forEach((node, n) =>
    node.options.forEach((option, o) => {
      if (option.next === 'end' || nodes.has(option.next)) return;
      whole = false;
      report(
        [...at, n, 'options', o, 'next'],
        `“next” leads to “${option.next}”, which is no node: use a node's key or end`,
      );
    }),
  );
  if (!whole) return;

  const reached = reachable(graph, nodes);
  const endless = backEdges(graph, nodes);
  graph.nodes.forEach((node, n) => {
    if (!reached.has(node.key))
      report([...at, n], `No path leads to the node “${node.key}”: link to it or remove it`);
    node.options.forEach((option, o) => {
      if (endless.has(option))
        report(
          [...at, n, 'options', o, 'next'],
          `This path comes back to “${option.next}” and never ends: lead it onwards`,
        );
    });
  });
  if (!endless.size && !strongPath(graph.start, nodes))
    report(
      ['case', 'start'],
      'No path is strong from start to end: give the learner a way to do everything right',
    );
}

function reachable(graph: SourceCase, nodes: ReadonlyMap<string, CaseNode>): Set<string> {
  const reached = new Set<string>();
  const visit = (key: string): void => {
    const node = nodes.get(key);
    if (!node || reached.has(key)) return;
    reached.add(key);
    node.options.forEach((option) => visit(option.next));
  };
  visit(graph.start);
  return reached;
}

/** Options that lead back to a node which is still open on the way there. */
function backEdges(
  graph: SourceCase,
  nodes: ReadonlyMap<string, CaseNode>,
): Set<CaseNode['options'][number]> {
  const found = new Set<CaseNode['options'][number]>();
  const open = new Set<string>();
  const closed = new Set<string>();
  const visit = (node: CaseNode): void => {
    open.add(node.key);
    for (const option of node.options) {
      const next = nodes.get(option.next);
      if (!next || closed.has(next.key)) continue;
      if (open.has(next.key)) found.add(option);
      else visit(next);
    }
    open.delete(node.key);
    closed.add(node.key);
  };
  graph.nodes.forEach((node) => {
    if (!closed.has(node.key)) visit(node);
  });
  return found;
}

function strongPath(key: string, nodes: ReadonlyMap<string, CaseNode>): boolean {
  if (key === 'end') return true;
  return nodes
    .get(key)!
    .options.some((option) => option.quality === 'strong' && strongPath(option.next, nodes));
}

/** Indexes of values that stood in the list before. */
export function repeated(values: readonly string[]): number[] {
  const seen = new Set<string>();
  return values.flatMap((value, i) => (seen.size === seen.add(value).size ? [i] : []));
}
