import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { changeScenario, SCENARIO } from './support.js';

describe('POST /scenario-versions/:id/publish', () => {
  let app: TestApp;
  let trainer: { person: { id: string }; client: TestClient };
  let first: string;

  beforeEach(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    trainer = await app.signedIn({ roles: ['trainer'] });
    first = (await trainer.client.get(`/scenarios/${SCENARIO}`)).body.publishedVersion.id;
  });
  afterEach(() => app.stop());

  const draft = async (): Promise<string> => {
    await changeScenario(app, [['scenario.yaml', '第一声警报', '第二声警报']]);
    return (await trainer.client.get(`/scenarios/${SCENARIO}`)).body.draftVersion.id;
  };
  const publish = (client: TestClient, id: string) => client.post(`/scenario-versions/${id}/publish`);

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
    expect([status, body.code]).toEqual([404, 'scenario_version.not_found']);
  });

  it('when the version is no draft it should answer 409', async () => {
    const { status, body } = await publish(trainer.client, first);
    expect([status, body.code]).toEqual([409, 'scenario_version.not_a_draft']);
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
    const scenario = (await trainer.client.get(`/scenarios/${SCENARIO}`)).body;
    expect(scenario).toMatchObject({
      title: { zh: '第二声警报' },
      publishedVersion: { id: second, number: 2 },
      draftVersion: null,
    });
    expect(scenario.versions.map((version: { status: string }) => version.status)).toEqual([
      'published',
      'retired',
    ]);
    const [row] = await app.database.query('SELECT published_by FROM scenario_version WHERE id = $1', [
      second,
    ]);
    expect(row).toEqual({ published_by: trainer.person.id });
  });

  it('when two trainers publish at once it should happen once', async () => {
    const second = await draft();
    const answers = await Promise.all([1, 2, 3].map(() => publish(trainer.client, second)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });
});
