import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { SCENARIO } from './support.js';

describe('scenarios for reading', () => {
  let app: TestApp;
  let trainer: TestClient;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    trainer = (await app.signedIn({ roles: ['trainer'] })).client;
  });
  afterAll(() => app.stop());

  const published = async (): Promise<string> =>
    (await trainer.get(`/scenarios/${SCENARIO}`)).body.publishedVersion.id;

  describe.each([
    ['GET /scenarios', async () => '/scenarios'],
    ['GET /scenarios/:id', async () => `/scenarios/${SCENARIO}`],
    ['GET /scenario-versions/:id', async () => `/scenario-versions/${await published()}`],
    ['GET /scenario-versions/:id/msel.xlsx', async () => `/scenario-versions/${await published()}/msel.xlsx`],
  ])('%s', (_, path) => {
    it('when nobody is signed in it should answer 401', async () => {
      expect((await app.client().get(await path())).status).toBe(401);
    });

    it.each(['employee', 'hr', 'auditor'] as const)(
      'when somebody is %s it should answer 403',
      async (role) => {
        const { client } = await app.signedIn({ roles: [role] });
        expect((await client.get(await path())).status).toBe(403);
      },
    );

    it.each(['trainer', 'admin'] as const)('when somebody is %s it should answer 200', async (role) => {
      const { client } = await app.signedIn({ roles: [role] });
      expect((await client.get(await path())).status).toBe(200);
    });
  });

  it.each([
    '/scenarios?perPage=0',
    '/scenarios?crisisType=flood',
    '/scenarios?sort=title',
    '/scenarios/first-alarm',
    '/scenario-versions/1',
    '/scenario-versions/1/msel.xlsx',
  ])('when %s is asked for it should answer 400', async (path) => {
    const { status, body } = await trainer.get(path);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
  });

  it.each([
    [`/scenarios/${FIXTURE.courseId}`, 'scenario.not_found'],
    [`/scenario-versions/${FIXTURE.courseId}`, 'scenario_version.not_found'],
    [`/scenario-versions/${FIXTURE.courseId}/msel.xlsx`, 'scenario_version.not_found'],
  ])('when there is nothing at %s it should answer 404', async (path, code) => {
    const { status, body } = await trainer.get(path);
    expect([status, body.code]).toEqual([404, code]);
  });

  it('when scenarios are listed each should say what it is, for whom, and how long it takes', async () => {
    const { body } = await trainer.get('/scenarios');
    expect(body).toMatchObject({
      total: 1,
      items: [
        {
          id: SCENARIO,
          slug: 'first-alarm',
          title: { zh: '第一声警报', en: 'The first alarm' },
          crisisType: 'technical',
          cluster: 'accidental',
          tiers: ['executive', 'manager', 'frontline'],
          seats: [
            { key: 'head', tier: 'executive', title: { zh: '总经理', en: 'General manager' } },
            { key: 'lead', tier: 'manager' },
            { key: 'desk', tier: 'frontline' },
          ],
          durationMinutes: 120,
          minutes: 30,
          soloMinutes: 10,
          injects: 8,
          deck: 2,
          publishedVersion: { number: 1 },
          draftVersion: null,
          versions: [{ number: 1, status: 'published', origin: 'content', importedBy: null }],
          warnings: [],
        },
      ],
    });
  });

  it.each([
    ['q=%E8%AD%A6%E6%8A%A5', 1],
    ['q=ALARM', 1],
    ['q=%25', 0],
    ['crisisType=technical', 1],
    ['crisisType=trust', 0],
    ['published=true', 1],
    ['published=false', 0],
    ['page=2', 1],
  ])('when the list is filtered by %s it should find %d', async (query, total) => {
    expect((await trainer.get(`/scenarios?${query}`)).body.total).toBe(total);
  });

  it('when one is asked for it should tell objectives, phases and solo seats as well', async () => {
    const { body } = await trainer.get(`/scenarios/${SCENARIO}`);
    expect(body).toMatchObject({
      objectives: [
        { key: 'notice', tiers: ['frontline'], course: 'first-hour' },
        { key: 'coordinate' },
        { key: 'speak' },
      ],
      phases: [
        { key: 'signal', at: 0 },
        { key: 'storm', at: 30 },
        { key: 'calm', at: 90 },
      ],
      soloSeats: { executive: 'head', manager: 'lead', frontline: 'desk' },
    });
  });

  it('when a version is asked for it should have the whole document, hidden truth included', async () => {
    const { body } = await trainer.get(`/scenario-versions/${await published()}`);
    expect(body).toMatchObject({
      number: 1,
      status: 'published',
      document: {
        slug: 'first-alarm',
        items: { length: 8 },
        posts: { length: 12 },
        chatter: { length: 6 },
        standIns: { length: 3 },
      },
      warnings: [],
    });
    expect(body.document.posts[2].truth).toEqual({
      class: 'harm',
      group: 'riders',
      priority: 'urgent',
      escalate: true,
      veracity: 'true',
    });
    expect(body.document.items[5].when).toEqual({
      all: [{ measure: 'heat', above: 30 }, { not: { statement: 'any' } }],
    });
  });

  it('when a course that an objective needs has gone it should warn in both languages', async () => {
    const other = await TestApp.start({ template: await fixtureTemplate() });
    await other.database.query(`UPDATE course SET slug = 'other-hour'`);
    const { client } = await other.signedIn({ roles: ['trainer'] });
    const { body } = await client.get('/scenarios');
    await other.stop();
    expect(body.items[0].warnings[0]).toEqual({
      path: 'objectives.0.course',
      message: {
        zh: '没有课程“first-hour”：可用 other-hour',
        en: 'There is no course “first-hour”: use other-hour',
      },
    });
  });
});
