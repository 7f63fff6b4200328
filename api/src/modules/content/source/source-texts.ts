import type { Path } from './problem.js';
import type { SourceBlock, SourceCase, SourceLesson, SourceQuestion, SourceText } from './source-schema.js';

/** A text of an author: where it stands, and whether it is Markdown. */
export interface PlacedText {
  path: Path;
  text: SourceText;
  markdown: boolean;
}

const plain = (path: Path, text: SourceText): PlacedText => ({ path, text, markdown: false });
const md = (path: Path, text: SourceText): PlacedText => ({ path, text, markdown: true });

/** Every text of a block, in reading order. */
export function textsOfBlock(block: SourceBlock, at: Path = []): PlacedText[] {
  switch (block.type) {
    case 'text':
      return [md([...at, 'body'], block.body)];
    case 'callout':
      return [plain([...at, 'title'], block.title), md([...at, 'body'], block.body)];
    case 'steps':
      return [
        plain([...at, 'title'], block.title),
        ...block.items.flatMap((item, i) => [
          plain([...at, 'items', i, 'title'], item.title),
          md([...at, 'items', i, 'body'], item.body),
        ]),
      ];
    case 'timeline':
      return [
        plain([...at, 'title'], block.title),
        ...block.items.flatMap((item, i) => [
          plain([...at, 'items', i, 'at'], item.at),
          md([...at, 'items', i, 'body'], item.body),
        ]),
      ];
    case 'compare':
      return [
        plain([...at, 'title'], block.title),
        ...block.do.map((text, i) => plain([...at, 'do', i], text)),
        ...block.dont.map((text, i) => plain([...at, 'dont', i], text)),
      ];
    case 'checklist':
      return [
        plain([...at, 'title'], block.title),
        ...block.items.map((text, i) => plain([...at, 'items', i], text)),
      ];
    case 'chart':
      return [
        plain([...at, 'title'], block.title),
        plain([...at, 'unit'], block.unit),
        ...block.points.map((point, i) => plain([...at, 'points', i, 'label'], point.label)),
        ...(block.threshold ? [plain([...at, 'threshold', 'label'], block.threshold.label)] : []),
        plain([...at, 'summary'], block.summary),
      ];
    case 'reflection':
      return [plain([...at, 'prompt'], block.prompt)];
  }
}

const textsOfCase = (graph: SourceCase, at: Path = ['case']): PlacedText[] => [
  ...graph.nodes.flatMap((node, n) => {
    const here = [...at, 'nodes', n];
    return [
      plain([...here, 'clock'], node.clock),
      md([...here, 'situation'], node.situation),
      ...node.options.flatMap((option, o) => [
        plain([...here, 'options', o, 'label'], option.label),
        md([...here, 'options', o, 'consequence'], option.consequence),
        md([...here, 'options', o, 'feedback'], option.feedback),
      ]),
    ];
  }),
  md([...at, 'debrief'], graph.debrief),
];

export const textsOfLesson = (lesson: SourceLesson): PlacedText[] => [
  plain(['title'], lesson.title),
  ...lesson.blocks.flatMap((block, i) => textsOfBlock(block, ['blocks', i])),
  ...(lesson.case ? textsOfCase(lesson.case) : []),
];

export function textsOfQuestion(question: SourceQuestion, at: Path = []): PlacedText[] {
  return [
    plain([...at, 'prompt'], question.prompt),
    ...choicesOf(question).map(({ path, text }) => plain([...at, ...path], text)),
    ...('unit' in question ? [plain([...at, 'unit'], question.unit)] : []),
    ...('placeholder' in question && question.placeholder
      ? [plain([...at, 'placeholder'], question.placeholder)]
      : []),
    plain([...at, 'rationale'], question.rationale),
  ];
}

/** What a learner picks from, orders or matches. */
function choicesOf(question: SourceQuestion): { path: Path; text: SourceText }[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.map(({ text }, i) => ({ path: ['options', i, 'text'], text }));
    case 'ordering':
      return question.items.map(({ text }, i) => ({ path: ['items', i, 'text'], text }));
    case 'matching':
      return question.pairs.flatMap(({ left, right }, i) => [
        { path: ['pairs', i, 'left'], text: left },
        { path: ['pairs', i, 'right'], text: right },
      ]);
    default:
      return [];
  }
}
