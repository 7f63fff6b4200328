import fc from 'fast-check';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError, ContentImport, CourseVersions } from '../../../api/src/modules/content/index.js';
import { FIXTURE } from '../../support/content-template.js';
import { TestApp } from '../../support/test-app.js';
import { copyOfFixture, type ContentFolder } from './support.js';

describe('content import', () => {
  let app: TestApp;
  let content: ContentFolder;
  const load = (publish: 'first' | 'all' | 'none' = 'first') =>
    app.app.get(ContentImport).load(content.folder, { publish });
  const versions = () =>
    app.database.query<{ id: string; number: number; status: string }>(
      'SELECT id, number, status FROM course_version ORDER BY number',
    );
  const states = async () => (await versions()).map(({ number, status }) => [number, status]);
  /** Everything that an import writes, for comparing. */
  const dump = async () =>
    JSON.stringify(
      await Promise.all(
        [
          'topic',
          'course',
          'course_version',
          'course_module',
          'lesson',
          'quiz',
          'question',
          'question_version',
          'question_key',
          'course_version_question',
        ].map((table) => app.database.query(`SELECT * FROM ${table} t ORDER BY t::text`)),
      ),
    );

  beforeEach(async () => {
    app = await TestApp.start();
    content = await copyOfFixture();
  });
  afterEach(async () => {
    await app.stop();
    await content.remove();
  });

  it('when a database is new it should publish everything at once', async () => {
    const report = await load();
    expect(report.courses).toEqual([{ slug: 'first-hour', number: 1, outcome: 'published' }]);
    expect(report.questions).toEqual({ added: 17, changed: 0, retired: 0 });
    const { id } = (await versions())[0]!;
    const version = (await app.app.get(CourseVersions).version(id))!;
    expect(version.lessons.map((lesson) => lesson.id)).toEqual([
      FIXTURE.signals.id,
      FIXTURE.steering.id,
      FIXTURE.case.id,
    ]);
    expect(version.quiz.draw).toHaveLength(4);
    expect(await app.app.get(CourseVersions).pool(id)).toHaveLength(17);
  });

  it('when it is repeated it should change nothing', async () => {
    await load();
    const before = await dump();
    app.clock.advance({ days: 1 });
    expect((await load()).summary).toBe('nothing changed');
    expect(await dump()).toBe(before);
  });

  it('when only comments, order of keys or wrapping change it should change nothing', async () => {
    await load();
    await content.edit(
      'first-hour/course.yaml',
      'passPercent: 60\n  attempts: 2',
      'attempts: 2 # twice\n  passPercent: 60',
    );
    expect((await load()).courses[0]!.outcome).toBe('unchanged');
  });

  it('when two processes import at once it should end in one version', async () => {
    const reports = await Promise.all([load(), load()]);
    expect(reports.map((report) => report.courses[0]!.outcome).sort()).toEqual(['published', 'unchanged']);
    expect(await states()).toEqual([[1, 'published']]);
  });

  const TEXTS: [file: string, from: string][] = [
    ['first-hour/course.yaml', '认出信号'],
    ['first-hour/course.yaml', 'First hour quiz'],
    ['first-hour/course.yaml', 'attempts: 2'],
    ['first-hour/lessons/01-signals.yaml', 'Ask what is not known yet.'],
    ['first-hour/lessons/01-signals.yaml', 'Example Press'],
    ['first-hour/lessons/03-case.yaml', '早报胜过报全。'],
    ['first-hour/questions/signals.yaml', 'Five like complaints in three hours'],
    ['first-hour/questions/statements.yaml', '约定如此'],
  ];
  it('when any one text changes it should make exactly one new draft, and change back to the published one', async () => {
    await load();
    const published = await states();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...TEXTS),
        fc.integer({ min: 1, max: 9 }),
        async ([file, from], digit) => {
          const to = `${from}${digit}`;
          await content.edit(file, from, to);
          expect((await load()).courses[0]).toEqual({ slug: 'first-hour', number: 2, outcome: 'drafted' });
          expect(await states()).toEqual([...published, [2, 'draft']]);
          expect((await load()).courses[0]!.outcome).toBe('unchanged');
          await content.edit(file, to, from);
          expect((await load()).courses[0]!.number).toBe(1);
          expect(await states()).toEqual(published);
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it('when a draft is changed again it should be replaced, not joined by another', async () => {
    await load();
    await content.edit('first-hour/lessons/02-steering.yaml', '掌舵', '掌舵二');
    await load();
    await content.edit('first-hour/lessons/02-steering.yaml', '掌舵二', '掌舵三');
    await load();
    expect(await states()).toEqual([
      [1, 'published'],
      [2, 'draft'],
    ]);
    const [draft] = (await versions()).slice(1);
    expect((await app.app.get(CourseVersions).version(draft!.id))!.lessons[1]!.title.zh).toBe('掌舵三');
  });

  it('when asked to publish all it should publish, retire the former one and leave its words alone', async () => {
    await load();
    await content.edit('first-hour/lessons/02-steering.yaml', '掌舵', '掌舵二');
    expect((await load('all')).courses[0]!.outcome).toBe('published');
    expect(await states()).toEqual([
      [1, 'retired'],
      [2, 'published'],
    ]);
    const [former] = await versions();
    expect((await app.app.get(CourseVersions).version(former!.id))!.lessons[1]!.title.zh).toBe('掌舵');
  });

  it('when a published text comes back after a change was published it should become a third version', async () => {
    await load();
    await content.edit('first-hour/lessons/02-steering.yaml', '掌舵', '掌舵二');
    await load('all');
    await content.edit('first-hour/lessons/02-steering.yaml', '掌舵二', '掌舵');
    await load('all');
    expect(await states()).toEqual([
      [1, 'retired'],
      [2, 'retired'],
      [3, 'published'],
    ]);
  });

  it('when a question changes it should get a version; when it goes it should retire; frozen pools keep both', async () => {
    await load();
    await content.edit('first-hour/questions/statements.yaml', 'Alpha 1', 'Alpha one');
    const text = await readFile(join(content.folder, 'first-hour/questions/statements.yaml'), 'utf8');
    await writeFile(
      join(content.folder, 'first-hour/questions/statements.yaml'),
      text.slice(0, text.lastIndexOf('- id:')),
    );
    const [gone] = /[0-9a-f-]{36}/.exec(text.slice(text.lastIndexOf('- id:')))!;
    const { questions } = await load();
    expect(questions).toEqual({ added: 0, changed: 1, retired: 1 });
    expect(await app.database.query('SELECT id FROM question WHERE retired')).toEqual([{ id: gone }]);
    const [first, second] = await versions();
    const pool = async (id: string) =>
      (await app.app.get(CourseVersions).pool(id)).map((question) => JSON.stringify(question));
    expect(await pool(first!.id)).toHaveLength(17);
    expect((await pool(first!.id)).join()).toContain('Alpha 1');
    expect(await pool(second!.id)).toHaveLength(16);
    expect((await pool(second!.id)).join()).toContain('Alpha one');
  });

  it('when a case is imported it should keep its qualities and link nodes by id', async () => {
    await load();
    const { id } = (await versions())[0]!;
    const lesson = (await app.app.get(CourseVersions).lesson(id, FIXTURE.case.id))!;
    expect(lesson.case).toMatchObject({ startId: FIXTURE.case.nodes.call, decisionsAtMost: 3 });
    const wait = lesson.case!.nodes[0]!.options[1]!;
    expect(wait).toMatchObject({
      id: FIXTURE.case.options.wait,
      quality: 'weak',
      nextNodeId: FIXTURE.case.nodes.late,
    });
    expect(lesson.case!.debriefHtml.zh).toBe('<p>这个案例讲的是<strong>早报</strong>。</p>\n');
  });

  it('when the folder has a problem it should refuse with its place and write nothing', async () => {
    await content.edit('first-hour/lessons/02-steering.yaml', '掌舵', '');
    await expect(load()).rejects.toThrow(ContentError);
    await expect(load()).rejects.toThrow(/first-hour\/lessons\/02-steering\.yaml:2: /);
    expect(await versions()).toEqual([]);
  });

  it('when the key of a topic changes it should refuse, because answers are filed under it', async () => {
    await load();
    await content.edit('topics.yaml', 'key: signals', 'key: signs');
    await content.edit('first-hour/course.yaml', 'topic: signals, scope', 'topic: signs, scope');
    await expect(load()).rejects.toThrow(ContentError);
  });
});
