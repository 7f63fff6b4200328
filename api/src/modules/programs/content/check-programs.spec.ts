import { CRISIS_TYPES, ProgramDocument, TIERS } from '@readyroom/contract';
import { join } from 'node:path';
import { checkContent, PROGRAMS, readFolder, type ContentFile } from '../../content/index.js';
import { coursesOf } from '../program-courses.js';
import { checkPrograms, type ShippedProgram } from './check-programs.js';

const shipped = () => readFolder(join(__dirname, '../../../../../content'));

describe('programs of the content', () => {
  let files: ContentFile[];
  let rest: ReturnType<typeof checkContent>;
  let programs: readonly ShippedProgram[];

  const check = (some: readonly ContentFile[]) => checkPrograms(some, { ...rest, ids: new Map(rest.ids) });

  beforeAll(async () => {
    files = await shipped();
    rest = checkContent(files);
    const checked = check(files);
    expect(checked.problems).toEqual([]);
    programs = checked.programs!;
  });

  it('should be one for each tier, in the shape that the console edits', () => {
    expect(programs.map(({ slug }) => slug).sort()).toEqual([...TIERS].sort());
    for (const { document } of programs) expect(ProgramDocument.parse(document)).toEqual(document);
  });

  it('should ask for less at a renewal than at the start, and for drills at the pace of their own tier', () => {
    for (const { slug, document } of programs) {
      const asked = (path: 'full' | 'refresher') =>
        coursesOf(document).filter((one) => one.path === path).length;
      expect(asked('refresher')).toBeLessThan(asked('full'));
      expect(asked('refresher')).toBeGreaterThan(0);
      expect(Object.keys(document.drillEveryMonths)).toEqual([slug]);
    }
  });

  it('should ask only for drills that a shipped scenario can give', () => {
    const types = new Set(
      files.flatMap(({ name, text }) =>
        /^scenarios\/[^/]+\/scenario\.yaml$/.test(name) ? (/^crisisType: (\w+)$/m.exec(text)?.[1] ?? []) : [],
      ),
    );
    const text = JSON.stringify(programs);
    for (const type of CRISIS_TYPES) if (text.includes(`"${type}"`)) expect(types).toContain(type);
  });

  it.each<[what: string, from: string | RegExp, to: string, at: string, says: RegExp]>([
    [
      'a language is missing',
      '打底, en: Foundations',
      '打底',
      'title: { zh: 打底 }',
      /English text of “title” is missing/,
    ],
    [
      'a course is not there',
      'course: recovery',
      'course: recovering',
      'recovering',
      /no course “recovering”/,
    ],
    ['a key stands twice', 'key: recovery', 'key: response-plans', 'response-plans', /stands twice/],
    [
      'a key is required that is not there',
      'requires: [at-the-post]',
      'requires: [nowhere]',
      'nowhere',
      /no key of this path/,
    ],
    [
      'more are asked for than there are',
      'atLeast: 1',
      'atLeast: 3',
      'atLeast: 3',
      /more than the group has/,
    ],
    ['a kind is unknown', 'kind: drill', 'kind: drilling', 'kind: drilling', /Unknown kind “drilling”/],
    ['the slug is another', 'slug: frontline', 'slug: front', 'slug: front', /name of the file “frontline”/],
    [
      'the window outlasts the validity',
      'windowDays: 60',
      'windowDays: 365',
      'renewal',
      /shorter than the validity/,
    ],
    [
      'an id is taken',
      /id: \S+/,
      'id: a08c5525-b4ed-4f9f-a263-324409f4aa20',
      'id:',
      /aims-and-principles\/course\.yaml:1/,
    ],
  ])('when %s it should name file and line', (_, from, to, at, says) => {
    const file = `${PROGRAMS}frontline.yaml`;
    const changed = files.map((one) =>
      one.name === file ? { name: file, text: one.text.replace(from, to) } : one,
    );
    const { text } = changed.find(({ name }) => name === file)!;
    expect(text).not.toBe(files.find(({ name }) => name === file)!.text);
    const checked = check(changed);
    expect(checked.programs).toBeNull();
    expect(
      checked.problems.map(({ file: where, line, message }) => [where, text.split('\n')[line - 1], message]),
    ).toContainEqual([file, expect.stringContaining(at), expect.stringMatching(says)]);
  });

  it('when items wait for each other it should name one of them', () => {
    const changed = files.map((one) => ({
      ...one,
      text:
        one.name === `${PROGRAMS}manager.yaml`
          ? one.text.replace('requires: [foundations]', 'requires: [drills]')
          : one.text,
    }));
    expect(check(changed).problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/waits for itself/),
    ]);
  });

  it('when a file lies elsewhere it should say that it has no place', () => {
    const stray = { name: `${PROGRAMS}more/one.yaml`, text: '' };
    expect(check([...files, stray]).problems).toEqual([
      expect.objectContaining({ file: stray.name, message: expect.stringContaining('no place') }),
    ]);
  });
});
