import { join } from 'node:path';
import { checkContent, type ContentFile } from './check-content.js';
import { readFolder } from './read-folder.js';

const FIXTURE = join(__dirname, '../../../../test/fixtures/content');
const COURSE = 'first-hour/course.yaml';
const SIGNALS = 'first-hour/lessons/01-signals.yaml';
const STEERING = 'first-hour/lessons/02-steering.yaml';
const CASE = 'first-hour/lessons/03-case.yaml';
const BANK = 'first-hour/questions/signals.yaml';
const STATEMENTS = 'first-hour/questions/statements.yaml';

/** One mistake in otherwise sound content: `at` is the text on the line that the problem must point to. */
interface Mistake {
  what: string;
  file: string;
  from: string | RegExp;
  to: string;
  at: string;
  says: RegExp;
}

const MISTAKES: Mistake[] = [
  { what: 'a language is missing', file: SIGNALS, from: '{ zh: 先记下时间，再记下原话。, en: "Write down the time first, then the words." }', to: '{ zh: 先记下时间。 }', at: '先记下时间', says: /English text of “body” is missing/ },
  { what: 'a language is empty', file: STEERING, from: '{ zh: 掌舵, en: Steering }', to: '{ zh: "", en: Steering }', at: 'title:', says: /Chinese text of “title” is missing/ },
  { what: 'a text has no languages at all', file: STEERING, from: '{ zh: 掌舵, en: Steering }', to: 'Steering', at: 'title:', says: /“title” must be a group of keys/ },
  { what: 'a number stands where a text belongs', file: STEERING, from: 'zh: 掌舵', to: 'zh: 12', at: 'zh: 12', says: /must be text in quotes, not the number 12/ },
  { what: 'YAML does not parse', file: STEERING, from: 'tiers: [executive, manager]', to: 'tiers: [executive, manager', at: 'blocks:', says: /^YAML: / },
  { what: 'a key of the file is given twice', file: STEERING, from: 'tiers: [executive, manager]', to: 'tiers: [executive, manager]\ntiers: [manager]', at: 'tiers: [manager]', says: /^YAML: .*unique/ },
  { what: 'a key is unknown', file: STEERING, from: 'tiers: [executive, manager]', to: 'tiers: [executive, manager]\nminutes: 4', at: 'minutes: 4', says: /Unknown key “minutes”/ },
  { what: 'a key is missing', file: COURSE, from: '  passPercent: 60\n', to: '', at: 'quiz:', says: /“passPercent” is missing/ },
  { what: 'a tier is unknown', file: STEERING, from: 'tiers: [executive, manager]', to: 'tiers: [executive, boss]', at: 'boss', says: /Unknown tier “boss”: use executive, manager, frontline/ },
  { what: 'a block type is unknown', file: STEERING, from: 'type: text', to: 'type: video', at: 'type: video', says: /Unknown type “video”: use text, callout/ },
  { what: 'a question type is unknown', file: BANK, from: 'type: single', to: 'type: essay', at: 'type: essay', says: /Unknown type “essay”/ },
  { what: 'a link of a source is not https', file: SIGNALS, from: 'https://example.com/signals', to: 'http://example.com/signals', at: 'http://example.com/signals', says: /full address with https/ },
  { what: 'an id is NEW', file: CASE, from: '00000000-0000-4000-8000-000000000153', to: 'NEW', at: 'id: NEW', says: /npm run content:ids/ },
  { what: 'an id is no UUID', file: CASE, from: '00000000-0000-4000-8000-000000000153', to: 'option-153', at: 'option-153', says: /no UUID/ },
  { what: 'an id stands in another file already', file: CASE, from: '00000000-0000-4000-8000-000000000153', to: '00000000-0000-4000-8000-000000000121', at: '000000000121', says: /stands already at first-hour\/lessons\/02-steering\.yaml:5/ },
  { what: 'the slug is not the folder', file: COURSE, from: 'slug: first-hour', to: 'slug: second-hour', at: 'slug:', says: /folder name “first-hour”/ },
  { what: 'a listed lesson has no file', file: COURSE, from: 'lessons: [03-case]', to: 'lessons: [03-case, 04-none]', at: '04-none', says: /no lesson file lessons\/04-none\.yaml/ },
  { what: 'a lesson is listed twice', file: COURSE, from: 'lessons: [03-case]', to: 'lessons: [03-case, 01-signals]', at: 'lessons: [03-case, 01-signals]', says: /listed twice/ },
  { what: 'a lesson has no block for a tier that gets it', file: CASE, from: '    type: text\n', to: '    type: text\n    tiers: [manager, executive]\n', at: 'blocks:', says: /tier frontline gets this lesson but no block/ },
  { what: 'a block is for a tier that does not get the lesson', file: STEERING, from: 'tiers: [executive]\n', to: 'tiers: [frontline]\n', at: 'tiers: [frontline]', says: /not for frontline/ },
  { what: 'a case starts nowhere', file: CASE, from: 'start: call', to: 'start: calls', at: 'start:', says: /starts at “calls”/ },
  { what: 'next leads nowhere', file: CASE, from: 'next: late', to: 'next: later', at: 'next: later', says: /leads to “later”/ },
  { what: 'a node is out of reach', file: CASE, from: 'next: late', to: 'next: words', at: '000000000142', says: /No path leads to the node “late”/ },
  { what: 'a path never ends', file: CASE, from: 'next: end', to: 'next: call', at: 'next: call', says: /never ends/ },
  { what: 'no path is strong all the way', file: CASE, from: 'quality: strong', to: 'quality: acceptable', at: 'start:', says: /No path is strong/ },
  { what: 'a node key is used twice', file: CASE, from: 'key: late', to: 'key: call', at: 'key: call', says: /“call” is used twice/ },
  { what: 'a topic of a question is unknown', file: BANK, from: 'topic: signals', to: 'topic: sirens', at: 'topic: sirens', says: /Unknown topic “sirens”/ },
  { what: 'a question stands in the file of another topic', file: BANK, from: 'topic: signals', to: 'topic: statements', at: 'topic: statements', says: /move the question to statements\.yaml/ },
  { what: 'a topic of the quiz is unknown', file: COURSE, from: 'topic: statements, count: 2', to: 'topic: sirens, count: 2', at: 'sirens', says: /Unknown topic “sirens”/ },
  { what: 'a single choice has two right options', file: BANK, from: 'en: Rain } }', to: 'en: Rain }, correct: true }', at: 'options:', says: /exactly one “correct: true”, this one has 2/ },
  { what: 'a single choice has no right option', file: BANK, from: ', correct: true', to: '', at: 'options:', says: /this one has 0/ },
  { what: 'a multiple choice has one right option', file: BANK, from: 'en: The time }, correct: true', to: 'en: The time }', at: 'options:', says: /at least two/ },
  { what: 'a multiple choice has no wrong option', file: BANK, from: /(finding|blame) } }/g, to: '$1 }, correct: true }', at: 'options:', says: /at least one must be wrong/ },
  { what: 'an ordering has two items', file: BANK, from: '    - { key: b, text: { zh: 和平时比, en: How it differs } }\n', to: '', at: 'items:', says: /“items” has 2 of at least 3/ },
  { what: 'two right sides read the same', file: BANK, from: 'right: { zh: 统一口径, en: Use agreed words }', to: 'right: { zh: 打标签, en: Tag tickets }', at: 'key: b, left: { zh: 橙', says: /Two right sides/ },
  { what: 'an option refers to the others', file: BANK, from: 'en: Rain', to: 'en: All of the above', at: 'All of the above', says: /shuffled/ },
  { what: 'an accepted answer is only punctuation', file: BANK, from: 'en: [red]', to: 'en: ["?"]', at: '"?"', says: /letter or a digit/ },
  { what: 'a difficulty is out of range', file: BANK, from: 'difficulty: 3', to: 'difficulty: 4', at: 'difficulty: 4', says: /must be at most 3/ },
  { what: 'a prompt is asked twice', file: STATEMENTS, from: '声明由谁批准', to: '第一份声明要有什么', at: 'Who approves', says: /same prompt stands at first-hour\/questions\/statements\.yaml:5/ },
  { what: 'a stratum is too small for a tier', file: COURSE, from: 'scope: tier, count: 1', to: 'scope: tier, count: 2', at: 'scope: tier', says: /tier (executive|manager|frontline): 2 may be left for this stratum, it needs 3/ },
  { what: 'Markdown holds HTML', file: SIGNALS, from: 'See the [rule]', to: 'See <b>the</b> [rule]', at: '<b>', says: /HTML is not allowed/ },
  { what: 'Markdown holds an image', file: SIGNALS, from: 'See the [rule]', to: 'See ![a chart](https://example.com/a.png) [rule]', at: '![a chart]', says: /Images are not allowed/ },
  { what: 'a link in Markdown is not https', file: SIGNALS, from: 'the [rule](https:', to: 'the [rule](http:', at: 'http://', says: /must begin with https/ },
  { what: 'a heading is too large', file: SIGNALS, from: '| count | do |', to: '## Counts\n\n        | count | do |', at: '## Counts', says: /Only ### headings/ },
  { what: 'Chinese is italicised', file: SIGNALS, from: '**信号**', to: '*信号*', at: '*信号*', says: /never italicised/ },
  { what: 'bold would not close', file: SIGNALS, from: '就是**信号**。见', to: '就是**信号。**见', at: '**信号。**', says: /asterisks/ },
  { what: 'a plain text holds Markdown', file: STEERING, from: 'en: Steering }', to: 'en: "**Steering**" }', at: '**Steering**', says: /remove the Markdown marks/ },
];

describe('checkContent', () => {
  let sound: ContentFile[];
  beforeAll(async () => {
    sound = await readFolder(FIXTURE);
  });

  it('when everything is right it should answer the content and no problem', () => {
    const { content, problems, figures } = checkContent(sound);
    expect(problems).toEqual([]);
    expect(content!.courses[0]!.modules.map((module) => module.lessons.length)).toEqual([2, 1]);
    expect(figures).toMatchObject({ courses: 1, lessons: 3, questions: 17, byType: { single: 5, boolean: 7, short: 1 } });
  });

  it.each(MISTAKES)('when $what it should name file and line', ({ file, from, to, at, says }) => {
    const files = sound.map((entry) => (entry.name === file ? { ...entry, text: entry.text.replace(from, to) } : entry));
    const text = files.find((entry) => entry.name === file)!.text;
    expect(text).not.toBe(sound.find((entry) => entry.name === file)!.text);
    const { content, problems } = checkContent(files);
    expect(content).toBeNull();
    expect(problems.map((problem) => [problem.file, text.split('\n')[problem.line - 1], problem.message])).toContainEqual([
      file,
      expect.stringContaining(at),
      expect.stringMatching(says),
    ]);
  });

  const without = (name: string) => sound.filter((file) => file.name !== name);

  it('when a lesson is not listed it should say so at its first line', () => {
    const stray = { name: 'first-hour/lessons/09-stray.yaml', text: sound.find(({ name }) => name === STEERING)!.text.replace(/0000000001/g, '0000000009') };
    expect(checkContent([...sound, stray]).problems).toEqual([
      { file: stray.name, line: 1, message: expect.stringContaining('lists this lesson') as string },
    ]);
  });

  it('when the topics are missing it should say so once and not complain about every topic', () => {
    const { problems } = checkContent(without('topics.yaml'));
    expect(problems).toEqual([{ file: 'topics.yaml', line: 1, message: expect.stringContaining('missing') as string }]);
  });

  it('when a folder has no course.yaml it should say so', () => {
    const { problems } = checkContent(without(COURSE));
    expect(problems.map(({ message }) => message)).toContain('The folder first-hour has no course.yaml: add it');
  });

  it('when a file has no place in the format it should say so', () => {
    const { problems } = checkContent([...sound, { name: 'first-hour/notes.md', text: '' }]);
    expect(problems).toEqual([{ file: 'first-hour/notes.md', line: 1, message: expect.stringContaining('no place') as string }]);
  });

  it('when a question file does not parse it should not call the quiz too small as well', () => {
    const files = sound.map((file) => (file.name === BANK ? { ...file, text: file.text.replace('type: single', 'type: essay') } : file));
    expect(checkContent(files).problems.filter(({ file }) => file === COURSE)).toEqual([]);
  });
});
