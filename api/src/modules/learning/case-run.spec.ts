import fc from 'fast-check';
import type { StoredCase } from '../content/index.js';
import { caseState, judge, openNode, type Decision } from './case-run.js';

const node = (id: string, options: [id: string, next: string | null][]): StoredCase['nodes'][number] => {
  const said = (language: string) => ({ clock: `clock ${id} ${language}`, html: `<p>${id} ${language}</p>` });
  const option = (key: string, language: string) => ({
    label: `label ${key} ${language}`,
    consequenceHtml: `canary consequence ${key} ${language}`,
    feedbackHtml: `canary feedback ${key} ${language}`,
  });
  return {
    id,
    zh: said('zh'),
    en: said('en'),
    options: options.map(([key, nextNodeId], i) => ({
      id: key,
      quality: i === 0 ? 'strong' : 'weak',
      nextNodeId,
      zh: option(key, 'zh'),
      en: option(key, 'en'),
    })),
  };
};
const graph: StoredCase = {
  startId: 'a',
  decisionsAtMost: 3,
  nodes: [
    node('a', [
      ['a1', 'c'],
      ['a2', 'b'],
    ]),
    node('b', [
      ['b1', 'c'],
      ['b2', null],
    ]),
    node('c', [
      ['c1', null],
      ['c2', null],
    ]),
  ],
  debriefHtml: { zh: 'canary debrief zh', en: 'canary debrief en' },
};
const run = (...steps: string[]): Decision[] => steps.map((optionId) => ({ nodeId: optionId[0]!, optionId }));

describe('judge', () => {
  it('when the decision waits it should be taken', () => {
    expect(judge(graph, [], { nodeId: 'a', optionId: 'a2' })).toBe('taken');
    expect(judge(graph, run('a2'), { nodeId: 'b', optionId: 'b1' })).toBe('taken');
  });
  it('when it was taken already it should be known as a repetition, at any later time', () => {
    expect(judge(graph, run('a2', 'b1'), { nodeId: 'a', optionId: 'a2' })).toBe('repeated');
    expect(judge(graph, run('a1', 'c1'), { nodeId: 'c', optionId: 'c1' })).toBe('repeated');
  });
  it('when it is another choice, another node or nothing at all it should not be open', () => {
    expect(judge(graph, run('a2'), { nodeId: 'a', optionId: 'a1' })).toBe('not_open');
    expect(judge(graph, [], { nodeId: 'c', optionId: 'c1' })).toBe('not_open');
    expect(judge(graph, [], { nodeId: 'a', optionId: 'b1' })).toBe('not_open');
    expect(judge(graph, run('a1', 'c1'), { nodeId: 'b', optionId: 'b1' })).toBe('not_open');
  });
});

describe('caseState', () => {
  it('when nothing is decided it should show the start and nothing else', () => {
    expect(caseState(graph, [], 'en')).toEqual({
      steps: [],
      open: {
        id: 'a',
        clock: 'clock a en',
        html: '<p>a en</p>',
        options: [
          { id: 'a1', label: 'label a1 en' },
          { id: 'a2', label: 'label a2 en' },
        ],
      },
      debriefHtml: null,
      decisionsAtMost: 3,
    });
  });

  it('when the author wrote the best option first it should not stay there for that', () => {
    const [a, ...others] = graph.nodes;
    const shuffled = { ...graph, nodes: [{ ...a!, options: [...a!.options].reverse() }, ...others] };
    expect(caseState(shuffled, [], 'en')).toEqual(caseState(graph, [], 'en'));
  });

  it('when the path ends it should give the debrief and no open decision', () => {
    expect(caseState(graph, run('a2', 'b2'), 'zh-CN')).toMatchObject({
      open: null,
      debriefHtml: 'canary debrief zh',
    });
  });

  it('on any path it should tell consequence and feedback of the options taken and of no other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1), { maxLength: 3 }),
        fc.constantFrom('zh-CN' as const, 'en' as const),
        (choices, locale) => {
          const taken: Decision[] = [];
          for (const choice of choices) {
            const open = openNode(graph, taken);
            if (open) taken.push({ nodeId: open.id, optionId: open.options[choice]!.id });
          }
          const shown = JSON.stringify(caseState(graph, taken, locale));
          for (const option of graph.nodes.flatMap(({ options }) => options)) {
            const isTaken = taken.some(({ optionId }) => optionId === option.id);
            expect(shown.includes(`canary consequence ${option.id} `)).toBe(isTaken);
            expect(shown.includes(`canary feedback ${option.id} `)).toBe(isTaken);
          }
          expect(shown.match(/"quality"/g)?.length ?? 0).toBe(taken.length);
          expect(shown.includes('canary debrief')).toBe(openNode(graph, taken) === null);
        },
      ),
    );
  });
});
