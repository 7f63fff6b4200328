import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentImport } from '../../../api/src/modules/content/index.js';
import { ProgramImport } from '../../../api/src/modules/programs/index.js';
import { TestApp } from '../../support/test-app.js';
import { copyOfFixture, type ContentFolder } from '../courses/support.js';

const ID = randomUUID();
const FILE = 'programs/first.yaml';
const PROGRAM = `id: ${ID}
slug: first
title: { zh: 第一小时, en: First hour }
summary: { zh: 上岗前完成, en: Before the first shift }
path:
  - { kind: course, key: course, course: first-hour }
renewal: { validityMonths: 12, windowDays: 60, graceDays: 14, anchor: fixed }
drillEveryMonths: { frontline: 2 }
refresherDays: 14
`;

describe('programs of a content folder', () => {
  let app: TestApp;
  let content: ContentFolder;
  const load = () => app.app.get(ProgramImport).load(content.folder);
  const loadCourses = (publish: 'first' | 'none' = 'first') =>
    app.app.get(ContentImport).load(content.folder, { publish });
  const shown = async (id = ID) => {
    const hr = await app.as(await app.person({ roles: ['hr'] }));
    return (await hr.get(`/programs/${id}`).expect(200)).body as {
      slug: string;
      version: { id: string; number: number };
      document: { title: { en: string }; path: { courseId?: string }[] };
      versions: { publishedBy: unknown }[];
    };
  };

  beforeEach(async () => {
    app = await TestApp.start();
    content = await copyOfFixture();
    await mkdir(join(content.folder, 'programs'));
    await writeFile(join(content.folder, FILE), PROGRAM);
  });
  afterEach(async () => {
    await app.stop();
    await content.remove();
  });

  it('should stand in the console with the courses of the folder, and loading again should change nothing', async () => {
    await loadCourses();
    expect(await load()).toEqual({
      programs: [{ slug: 'first', outcome: 'published' }],
      summary: '1 programs published',
    });
    const before = await shown();
    expect(before).toMatchObject({
      slug: 'first',
      version: { number: 1 },
      versions: [{ publishedBy: null }],
    });
    const [course] = await app.database.query<{ id: string }>('SELECT id FROM course');
    expect(before.document.path).toEqual([expect.objectContaining({ courseId: course!.id })]);
    expect(await load()).toEqual({ programs: [{ slug: 'first', outcome: 'unchanged' }], summary: '' });
    expect(await shown()).toEqual(before);
  });

  it('when a course has not been published yet the program should wait for the next load', async () => {
    await loadCourses('none');
    expect(await load()).toMatchObject({ programs: [{ outcome: 'waits_for_courses' }] });
    const [draft] = await app.database.query<{ id: string }>('SELECT id FROM course_version');
    const trainer = await app.as(await app.person({ roles: ['trainer'] }));
    await trainer.post(`/course-versions/${draft!.id}/publish`).expect(200);
    expect(await load()).toMatchObject({ programs: [{ outcome: 'published' }] });
  });

  it('when the company has changed it, it should stay theirs until the file changes', async () => {
    await loadCourses();
    await load();
    const { version, document } = await shown();
    const hr = await app.as(await app.person({ roles: ['hr'] }));
    await hr
      .post(`/programs/${ID}/versions`, {
        document: { ...document, title: { zh: '我们的', en: 'Ours' } },
        basedOn: version.id,
      })
      .expect(200);
    expect(await load()).toMatchObject({ programs: [{ outcome: 'unchanged' }] });
    expect((await shown()).document.title.en).toBe('Ours');
    await content.edit(FILE, 'en: First hour', 'en: The first hour');
    expect(await load()).toMatchObject({ programs: [{ outcome: 'published' }] });
    expect(await shown()).toMatchObject({
      version: { number: 3 },
      document: { title: { en: 'The first hour' } },
    });
  });

  it('when the company has a program of that short name it should keep all but the name', async () => {
    await loadCourses();
    await load();
    const { document } = await shown();
    const hr = await app.as(await app.person({ roles: ['hr'] }));
    const { body } = await hr.post('/programs', { slug: 'second', document }).expect(201);
    await content.edit(FILE, 'slug: first', 'slug: second');
    await content.move(FILE, 'programs/second.yaml');
    await load();
    expect((await shown()).slug).toBe('second');
    expect((await shown(body.id)).slug).toMatch(/^second-[0-9a-f]{12}$/);
  });

  it('when the file is wrong it should load nothing and name the place', async () => {
    await loadCourses();
    await content.edit(FILE, 'course: first-hour', 'course: last-hour');
    await expect(load()).rejects.toThrow(/programs\/first\.yaml:6: There is no course “last-hour”/);
    expect(await app.database.query('SELECT 1 FROM program')).toEqual([]);
  });
});
