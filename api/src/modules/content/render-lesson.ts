import { TIERS, type LessonBlock, type Text } from '@readyroom/contract';
import { renderMarkdown } from './markdown.js';
import { readingLength, type ReadingLength } from './source/reading-length.js';
import type { SourceBlock, SourceCase, SourceLesson, SourceText } from './source/source-schema.js';
import { textsOfBlock, type PlacedText } from './source/source-texts.js';
import type { Minutes, StoredBlock, StoredCase } from './stored-content.js';
import { blocksFor } from './tier-view.js';

type Language = 'zh' | 'en';

export const renderBlock = (block: SourceBlock): StoredBlock => ({
  id: block.id,
  tiers: block.tiers,
  zh: blockIn(block, 'zh'),
  en: blockIn(block, 'en'),
});

function blockIn(block: SourceBlock, language: Language): LessonBlock {
  const say = (text: SourceText) => text[language];
  const html = (text: SourceText) => renderMarkdown(text[language]);
  const { id } = block;
  switch (block.type) {
    case 'text':
      return { id, type: 'text', html: html(block.body) };
    case 'callout':
      return { id, type: 'callout', tone: block.tone, title: say(block.title), html: html(block.body) };
    case 'steps':
      return {
        id,
        type: 'steps',
        title: say(block.title),
        items: block.items.map((item) => ({ title: say(item.title), html: html(item.body) })),
      };
    case 'timeline':
      return {
        id,
        type: 'timeline',
        title: say(block.title),
        items: block.items.map((item) => ({ at: say(item.at), html: html(item.body) })),
      };
    case 'compare':
      return {
        id,
        type: 'compare',
        title: say(block.title),
        do: block.do.map(say),
        dont: block.dont.map(say),
      };
    case 'checklist':
      return { id, type: 'checklist', title: say(block.title), items: block.items.map(say) };
    case 'chart':
      return {
        id,
        type: 'chart',
        title: say(block.title),
        kind: block.kind,
        unit: say(block.unit),
        points: block.points.map((point) => ({ label: say(point.label), value: point.value })),
        threshold: block.threshold
          ? { label: say(block.threshold.label), value: block.threshold.value }
          : null,
        summary: say(block.summary),
      };
    case 'reflection':
      return { id, type: 'reflection', prompt: say(block.prompt) };
  }
}

export function renderCase(graph: SourceCase): StoredCase {
  const idOf = new Map(graph.nodes.map((node) => [node.key, node.id]));
  const html = (text: SourceText): Text => ({ zh: renderMarkdown(text.zh), en: renderMarkdown(text.en) });
  return {
    startId: idOf.get(graph.start)!,
    decisionsAtMost: longestPath(graph, () => 1),
    nodes: graph.nodes.map((node) => {
      const situation = html(node.situation);
      return {
        id: node.id,
        zh: { clock: node.clock.zh, html: situation.zh },
        en: { clock: node.clock.en, html: situation.en },
        options: node.options.map((option) => {
          const consequence = html(option.consequence);
          const feedback = html(option.feedback);
          return {
            id: option.id,
            quality: option.quality,
            nextNodeId: idOf.get(option.next) ?? null,
            zh: { label: option.label.zh, consequenceHtml: consequence.zh, feedbackHtml: feedback.zh },
            en: { label: option.label.en, consequenceHtml: consequence.en, feedbackHtml: feedback.en },
          };
        }),
      };
    }),
    debriefHtml: html(graph.debrief),
  };
}

type Node = SourceCase['nodes'][number];

/** The heaviest way through a case; the graph has no cycles (see checkCase). */
function longestPath(
  graph: SourceCase,
  weigh: (node: Node, option: Node['options'][number]) => number,
): number {
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  const known = new Map<string, number>();
  const from = (key: string): number => {
    const node = nodes.get(key);
    if (!node) return 0;
    let heaviest = known.get(key);
    if (heaviest === undefined) {
      heaviest = Math.max(...node.options.map((option) => weigh(node, option) + from(option.next)));
      known.set(key, heaviest);
    }
    return heaviest;
  };
  return from(graph.start);
}

const CHARACTERS_A_MINUTE = 300;
const WORDS_A_MINUTE = 180;
const PAUSE: Partial<Record<SourceBlock['type'], number>> = { chart: 0.5, reflection: 0.5 };

const minutesFor = (length: ReadingLength, language: Language): number =>
  language === 'zh' ? length.zh / CHARACTERS_A_MINUTE : length.en / WORDS_A_MINUTE;

const plain = (text: SourceText) => ({ text, markdown: false });
const md = (text: SourceText) => ({ text, markdown: true });

/** Reading time of a lesson by tier and language; a case counts by its longest way through. */
export function minutesOf(lesson: SourceLesson): Minutes {
  const inLanguage = (blocks: readonly SourceBlock[], language: Language): number => {
    const reading = (texts: readonly Pick<PlacedText, 'text' | 'markdown'>[]) =>
      minutesFor(readingLength(texts), language);
    const minutes =
      reading(blocks.flatMap((block) => textsOfBlock(block))) +
      blocks.reduce((sum, block) => sum + (PAUSE[block.type] ?? 0), 0) +
      (lesson.case
        ? reading([md(lesson.case.debrief)]) +
          longestPath(
            lesson.case,
            (node, option) =>
              1 +
              reading([
                plain(node.clock),
                md(node.situation),
                ...node.options.map(({ label }) => plain(label)),
                md(option.consequence),
                md(option.feedback),
              ]),
          )
        : 0);
    return Math.max(1, Math.round(minutes * 10));
  };
  return Object.fromEntries(
    TIERS.map((tier) => {
      const blocks = blocksFor(lesson, tier);
      return [tier, { zh: inLanguage(blocks, 'zh'), en: inLanguage(blocks, 'en') }];
    }),
  ) as Minutes;
}
