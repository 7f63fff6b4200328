import type { CaseNode, CaseState, Locale } from '@readyroom/contract';
import { languageOf, type StoredCase, type StoredCaseNode, type StoredCaseOption } from '../content/index.js';

/** A decision taken in a run through a case. */
export interface Decision {
  readonly nodeId: string;
  readonly optionId: string;
}

const nodeOf = (graph: StoredCase, nodeId: string): StoredCaseNode => {
  const node = graph.nodes.find(({ id }) => id === nodeId);
  if (!node) throw new Error(`The case has no node ${nodeId}`);
  return node;
};
const optionOf = (node: StoredCaseNode, optionId: string): StoredCaseOption => {
  const option = node.options.find(({ id }) => id === optionId);
  if (!option) throw new Error(`The node ${node.id} has no option ${optionId}`);
  return option;
};

/** The decision that waits after those taken; null when the case is played out. */
export function openNode(graph: StoredCase, taken: readonly Decision[]): StoredCaseNode | null {
  const last = taken.at(-1);
  if (!last) return nodeOf(graph, graph.startId);
  const { nextNodeId } = optionOf(nodeOf(graph, last.nodeId), last.optionId);
  return nextNodeId === null ? null : nodeOf(graph, nextNodeId);
}

export type Verdict = 'repeated' | 'not_open' | 'taken';

/** Whether a decision may be taken now. The same one again is no mistake: the first answer may have got lost. */
export function judge(graph: StoredCase, taken: readonly Decision[], wish: Decision): Verdict {
  if (taken.some(({ nodeId, optionId }) => nodeId === wish.nodeId && optionId === wish.optionId))
    return 'repeated';
  const open = openNode(graph, taken);
  return open?.id === wish.nodeId && open.options.some(({ id }) => id === wish.optionId)
    ? 'taken'
    : 'not_open';
}

/**
 * A run as the learner may see it: of options not taken nothing but their labels. Options stand in the order of their
 * random ids, because authors like to write the best one first.
 */
export function caseState(graph: StoredCase, taken: readonly Decision[], locale: Locale): CaseState {
  const language = languageOf(locale);
  const shown = (node: StoredCaseNode): CaseNode => ({
    id: node.id,
    clock: node[language].clock,
    html: node[language].html,
    options: node.options
      .map((option) => ({ id: option.id, label: option[language].label }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
  const open = openNode(graph, taken);
  return {
    steps: taken.map(({ nodeId, optionId }) => {
      const node = nodeOf(graph, nodeId);
      const option = optionOf(node, optionId);
      const { consequenceHtml, feedbackHtml } = option[language];
      return {
        node: shown(node),
        chosenOptionId: optionId,
        quality: option.quality,
        consequenceHtml,
        feedbackHtml,
      };
    }),
    open: open && shown(open),
    debriefHtml: open ? null : graph.debriefHtml[language],
    decisionsAtMost: graph.decisionsAtMost,
  };
}
