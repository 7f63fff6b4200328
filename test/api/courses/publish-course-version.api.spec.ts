import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { begin, changeFixture } from './support.js';

describe('POST /course-versions/:id/publish', () => {
  let app: TestApp;
  let trainer: { person: { id: string }; client: TestClient };
  let first: string;

  beforeEach(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    trainer = await app.signedIn({ roles: ['trainer'] });
    first = (await trainer.client.get(`/courses/${FIXTURE.courseId}`)).body.publishedVersion.id;
  });
  afterEach(() => app.stop());

  const draft = async (): Promise<string> => {
    await changeFixture(app, [['first-hour/lessons/02-steering.yaml', '掌舵', '掌舵二']]);
    return (await trainer.client.get(`/courses/${FIXTURE.courseId}`)).body.draftVersion.id;
  };
  const publish = (client: TestClient, id: string) => client.post(`/course-versions/${id}/publish`);

  it('when nobody is signed in it should answer 401', async () => {
    expect((await publish(app.client(), first)).status).toBe(401);
  });

  it.each(['employee', 'hr', 'auditor'] as const)(
    'when somebody is %s it should answer 403',
    async (role) => {
      const { client } = await app.signedIn({ roles: [role] });
      expect((await publish(client, first)).status).toBe(403);
    },
  );

  it('when the id is none it should answer 400, when nothing has it 404', async () => {
    expect((await publish(trainer.client, 'none')).status).toBe(400);
    const { status, body } = await publish(trainer.client, FIXTURE.courseId);
    expect([status, body.code]).toEqual([404, 'course_version.not_found']);
  });

  it('when the version is no draft it should answer 409', async () => {
    const { status, body } = await publish(trainer.client, first);
    expect([status, body.code]).toEqual([409, 'course_version.not_a_draft']);
  });

  it('when it is a draft it should be in use from now on, the former one retired', async () => {
    const second = await draft();
    app.clock.advance({ hours: 5 });
    const { status, body } = await publish(trainer.client, second);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: second,
      number: 2,
      status: 'published',
      publishedAt: '2026-03-02T06:00:00.000Z',
    });
    const course = (await trainer.client.get(`/courses/${FIXTURE.courseId}`)).body;
    expect(course).toMatchObject({ publishedVersion: { id: second, number: 2 }, draftVersion: null });
    expect(course.versions.map((version: { status: string }) => version.status)).toEqual([
      'published',
      'retired',
    ]);
    const [row] = await app.database.query('SELECT published_by FROM course_version WHERE id = $1', [second]);
    expect(row).toEqual({ published_by: trainer.person.id });
  });

  it('when somebody has begun the former version they should keep it', async () => {
    const learner = await app.person();
    await begin(app, learner);
    await publish(trainer.client, await draft());
    expect(await app.database.query('SELECT version_id FROM enrolment')).toEqual([{ version_id: first }]);
    const course = (await trainer.client.get(`/courses/${FIXTURE.courseId}`)).body;
    expect(course.versions.map((version: { learners: number }) => version.learners)).toEqual([0, 1]);
  });

  it('when two trainers publish at once it should happen once', async () => {
    const second = await draft();
    const answers = await Promise.all([1, 2, 3].map(() => publish(trainer.client, second)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });
});
