import { TIERS } from '@readyroom/contract';
import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { begin, changeFixture, complete } from './support.js';

describe('courses of the console', () => {
  let app: TestApp;
  let trainer: TestClient;
  const { courseId } = FIXTURE;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    trainer = (await app.signedIn({ roles: ['trainer'] })).client;
  });
  afterAll(() => app.stop());

  describe('GET /courses', () => {
    it('when nobody is signed in it should answer 401', async () => {
      expect((await app.client().get('/courses')).status).toBe(401);
    });

    it('when an employee asks it should answer 403', async () => {
      const { client } = await app.signedIn();
      expect((await client.get('/courses')).status).toBe(403);
    });

    it.each(['sort=title', 'page=0', 'perPage=1000'])(
      'when the query says %s it should answer 400',
      async (query) => {
        expect((await trainer.get(`/courses?${query}`)).body.code).toBe('request.invalid');
      },
    );

    it('should list courses with their version in use, their size and the minutes of each tier', async () => {
      const { status, body } = await trainer.get('/courses');
      expect(status).toBe(200);
      expect(body.total).toBe(1);
      expect(body.items).toEqual([
        {
          id: courseId,
          slug: 'first-hour',
          position: 1,
          title: { zh: '第一个小时', en: 'The first hour' },
          summary: { zh: '出事后的第一个小时做什么。', en: 'What to do in the first hour.' },
          publishedVersion: { id: expect.any(String) as string, number: 1 },
          draftVersion: null,
          lessons: 3,
          questions: 17,
          minutes: {
            executive: expect.any(Number) as number,
            manager: expect.any(Number) as number,
            frontline: expect.any(Number) as number,
          },
          learners: 0,
          completions: 0,
        },
      ]);
    });

    it('should tell the same minutes as the preview of each tier, in the language of whoever looks', async () => {
      const english = (await app.signedIn({ roles: ['trainer'] })).client;
      await english.patch('/me', { locale: 'en' });
      for (const [client, locale] of [
        [trainer, 'zh-CN'],
        [english, 'en'],
      ] as const) {
        const { minutes, publishedVersion } = (await client.get('/courses')).body.items[0];
        for (const tier of TIERS) {
          const { body } = await trainer.get(
            `/course-versions/${publishedVersion.id}/preview?tier=${tier}&locale=${locale}`,
          );
          expect(minutes[tier]).toBe(body.minutes);
        }
      }
    });

    it.each([
      ['小时', 1],
      ['FIRST', 1],
      ['100%', 0],
      ['_', 0],
    ])('when searched for %s it should find %i', async (q, total) => {
      expect((await trainer.get(`/courses?q=${encodeURIComponent(q)}`)).body.total).toBe(total);
    });

    it('when the page lies behind the last it should be empty and keep the total', async () => {
      expect((await trainer.get('/courses?page=2')).body).toEqual({ items: [], total: 1 });
    });
  });

  describe('GET /courses/:id', () => {
    it('when nobody is signed in it should answer 401, to an employee 403', async () => {
      expect((await app.client().get(`/courses/${courseId}`)).status).toBe(401);
      const { client } = await app.signedIn();
      expect((await client.get(`/courses/${courseId}`)).status).toBe(403);
    });

    it('when the id is none it should answer 400, when nothing has it 404', async () => {
      expect((await trainer.get('/courses/none')).status).toBe(400);
      const { status, body } = await trainer.get(`/courses/${FIXTURE.quizId}`);
      expect([status, body.code]).toEqual([404, 'course.not_found']);
    });

    it('should tell the outcomes and what each version changed, newest first', async () => {
      await changeFixture(app, [
        ['first-hour/lessons/02-steering.yaml', 'Settle who speaks', 'Decide who speaks'],
        ['first-hour/questions/signals.yaml', 'Which one is a signal?', 'Which of these is a signal?'],
      ]);
      const { body } = await trainer.get(`/courses/${courseId}`);
      expect(body.outcomes).toHaveLength(3);
      expect(body.draftVersion).toEqual({ id: body.versions[0].id, number: 2 });
      expect(body.versions).toMatchObject([
        { number: 2, status: 'draft', publishedAt: null, changes: { added: 0, changed: 2, removed: 0 } },
        { number: 1, status: 'published', publishedAt: '2026-03-02T01:00:00.000Z', changes: null },
      ]);
    });

    it('should count learners and completions of active people, for a scoped trainer those of the scope alone', async () => {
      const sales = await app.person({ department: '集团/销售' });
      const labs = await app.person({ department: '集团/研发/实验室' });
      const finished = await app.person({ department: '集团/研发' });
      const gone = await app.person({ department: '集团/研发', status: 'left' });
      for (const person of [sales, labs, finished, gone]) await begin(app, person);
      await complete(app, finished);
      const scoped = (await app.signedIn({ roles: ['trainer'], department: '集团/研发', scope: '集团/研发' }))
        .client;
      const numbers = async (client: TestClient) => {
        const { body } = await client.get(`/courses/${courseId}`);
        const published = body.versions.find((version: { status: string }) => version.status === 'published');
        expect([published.learners, published.completions]).toEqual([body.learners, body.completions]);
        const list = await client.get('/courses');
        expect(list.body.items[0]).toMatchObject({ learners: body.learners, completions: body.completions });
        return [body.learners, body.completions];
      };
      expect(await numbers(trainer)).toEqual([2, 1]);
      expect(await numbers(scoped)).toEqual([1, 1]);
    });
  });
});
