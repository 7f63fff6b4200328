import { BriefingTemplate, placeholdersIn } from '@readyroom/contract';
import { join } from 'node:path';
import { BRIEFINGS, checkContent, readFolder, type ContentFile } from '../../content/index.js';
import { checkTemplates, LONGEST } from './check-templates.js';

const FILE = `${BRIEFINGS}data-leak.yaml`;

describe('templates of flash briefings', () => {
  let files: ContentFile[];
  let ids: ReturnType<typeof checkContent>['ids'];
  let templates: readonly BriefingTemplate[];
  const check = (some: readonly ContentFile[]) => checkTemplates(some, { ids: new Map(ids) });

  beforeAll(async () => {
    files = await readFolder(join(__dirname, '../../../../../content'));
    ({ ids } = checkContent(files));
    const checked = check(files);
    expect(checked.problems).toEqual([]);
    templates = checked.templates!;
  });

  it('should be there for each crisis that leaves no time to write, in the shape of the contract', () => {
    expect(templates.map(({ slug }) => slug).sort()).toEqual([
      'account-takeover',
      'data-leak',
      'executive-statement',
      'false-rumour',
      'influencer-incident',
      'outage',
      'regulator-visit',
      'safety-incident',
    ]);
    for (const template of templates) expect(BriefingTemplate.parse(template)).toEqual(template);
  });

  it('should each say what to do, whom to call, and ask a question whose answer is in it', () => {
    for (const { slug, document } of templates) {
      expect({ slug, act: document.act?.zh.includes('1. '), en: document.act?.en.includes('1. ') }).toEqual({
        slug,
        act: true,
        en: true,
      });
      expect(document.checks.length).toBeGreaterThan(0);
      expect(placeholdersIn(document.ask).length).toBeGreaterThan(0);
    }
  });

  it.each<[what: string, from: string | RegExp, to: string, at: string, says: RegExp]>([
    [
      'a language is missing',
      'name: { zh: 用户数据疑似泄露, en: User data may have leaked }',
      'name: { zh: 用户数据疑似泄露 }',
      'name:',
      /English text of “name” is missing/,
    ],
    ['it does not say what to do', /^act:/m, 'act_of:', 'act_of', /Unknown key/],
    ['a gap is not asked for', '{{security}}。', '{{guard}}。', 'ask:', /“{{guard}}” is no key/],
    [
      'a gap stands in one language',
      '技术线索找安全值班 {{security}}',
      '技术线索找安全值班',
      'ask:',
      /one language only/,
    ],
    [
      'a gap is asked for and not used',
      'key: since,',
      'key: until,',
      'until',
      /“{{until}}” is asked for and never used/,
    ],
    [
      'a gap is badly written',
      '{{system}}的用户数据',
      '{{ System }}的用户数据',
      'zh: |-',
      /A gap is written/,
    ],
    [
      'a text is too long',
      '不猜原因，',
      '不猜原因，'.repeat(50),
      '不猜原因，',
      new RegExp(`at most ${LONGEST.part.zh} fit`),
    ],
    [
      'it reads like a drill',
      '不猜原因，',
      '这次演练不猜原因，',
      '演练',
      /must not carry the words of a drill/,
    ],
    ['the right option does not exist', 'correct: 1', 'correct: 3', 'correct: 3', /none of the options/],
    ['the slug is another', 'slug: data-leak', 'slug: leak', 'slug: leak', /name of the file “data-leak”/],
  ])('when %s it should name file and line', (_, from, to, at, says) => {
    const changed = files.map((one) =>
      one.name === FILE ? { name: FILE, text: one.text.replace(from, to) } : one,
    );
    const { text } = changed.find(({ name }) => name === FILE)!;
    expect(text).not.toBe(files.find(({ name }) => name === FILE)!.text);
    const checked = check(changed);
    expect(checked.templates).toBeNull();
    expect(
      checked.problems.map(({ file, line, message }) => [file, text.split('\n')[line - 1], message]),
    ).toContainEqual([FILE, expect.stringContaining(at), expect.stringMatching(says)]);
  });

  it('when a file lies elsewhere it should say that it has no place', () => {
    const stray = { name: `${BRIEFINGS}more/one.yaml`, text: '' };
    expect(check([...files, stray]).problems).toEqual([
      expect.objectContaining({ file: stray.name, message: expect.stringContaining('no place') }),
    ]);
  });
});
