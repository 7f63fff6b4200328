import { checkContent } from './check/check-content.js';
import type { Content } from './source/content.js';
import { soundContent } from './testing/mistakes.js';
import { minutesOf, renderBlock, renderCase } from './render-lesson.js';
import type { SourceLesson } from './source/source-schema.js';

const text = (zh: string, en: string) => ({ zh, en });
const lesson = (parts: Partial<SourceLesson>): SourceLesson => ({
  id: 'lesson',
  title: text('题', 'Title'),
  tiers: null,
  blocks: [],
  sources: [],
  ...parts,
});
const prose = (characters: number, words: number, tiers: SourceLesson['tiers'] = null) => ({
  id: `b${characters}`,
  type: 'text' as const,
  tiers,
  body: text('字'.repeat(characters), 'word '.repeat(words).trim()),
});

describe('minutesOf', () => {
  it('should read 300 Chinese characters or 180 English words a minute', () => {
    expect(minutesOf(lesson({ blocks: [prose(600, 540)] })).manager).toEqual({ zh: 20, en: 30 });
  });

  it('should count for each tier only what that tier reads', () => {
    const minutes = minutesOf(lesson({ blocks: [prose(300, 180), prose(900, 360, ['executive'])] }));
    expect(minutes).toEqual({
      executive: { zh: 40, en: 30 },
      manager: { zh: 10, en: 10 },
      frontline: { zh: 10, en: 10 },
    });
  });

  it('should count numbers and Latin words in Chinese as one character each, punctuation and marks not at all', () => {
    const body = text(`${'**字**，'.repeat(298)} 2026 KPI`, 'word');
    expect(minutesOf(lesson({ blocks: [{ id: 'b', type: 'text', tiers: null, body }] })).manager.zh).toBe(10);
  });

  it('should add half a minute for a chart or a reflection', () => {
    const prompt = text('字'.repeat(300), 'word '.repeat(180));
    expect(
      minutesOf(lesson({ blocks: [{ id: 'b', type: 'reflection', tiers: null, prompt }] })).manager,
    ).toEqual({ zh: 15, en: 15 });
  });

  it('should count a case by its longest way, a minute for each decision', () => {
    const option = (key: string, next: string) => ({
      id: key,
      key,
      label: text('', ''),
      quality: 'strong' as const,
      consequence: text('', ''),
      feedback: text('', ''),
      next,
    });
    const node = (key: string, ...options: ReturnType<typeof option>[]) => ({
      id: key,
      key,
      clock: text('', ''),
      situation: text('', ''),
      options,
    });
    const graph = {
      start: 'a',
      nodes: [
        node('a', option('1', 'end'), option('2', 'b')),
        node('b', option('3', 'c'), option('4', 'end')),
        node('c', option('5', 'end'), option('6', 'end')),
      ],
      debrief: text('字'.repeat(30), ''),
    };
    expect(minutesOf(lesson({ case: graph })).manager.zh).toBe(31);
    expect(renderCase(graph).decisionsAtMost).toBe(3);
  });
});

describe('renderBlock', () => {
  let content: Content;
  beforeAll(async () => {
    content = checkContent(await soundContent()).content!;
  });

  it('should render every type of block in both languages, ready to show', () => {
    const blocks = content.courses[0]!.modules[0]!.lessons[0]!.blocks.map(renderBlock);
    expect(blocks.map((block) => block.zh.type)).toEqual([
      'text',
      'callout',
      'callout',
      'steps',
      'timeline',
      'compare',
      'checklist',
      'chart',
      'reflection',
    ]);
    expect(blocks.every((block) => block.zh.id === block.id && block.en.id === block.id)).toBe(true);
    expect(blocks[1]).toEqual({
      id: '00000000-0000-4000-8000-000000000112',
      tiers: ['frontline'],
      zh: {
        id: '00000000-0000-4000-8000-000000000112',
        type: 'callout',
        tone: 'rule',
        title: '前台',
        html: '<p>先记下时间，再记下原话。</p>\n',
      },
      en: {
        id: '00000000-0000-4000-8000-000000000112',
        type: 'callout',
        tone: 'rule',
        title: 'At the desk',
        html: '<p>Write down the time first, then the words.</p>\n',
      },
    });
    expect(blocks[7]!.en).toMatchObject({
      points: [
        { label: '9:00', value: 2 },
        { label: '10:00', value: 8 },
      ],
      threshold: { label: 'Yellow', value: 5 },
    });
  });
});
