import { ContentError } from '../../../api/src/modules/content/index.js';
import { ScenarioImport, ScenarioVersions } from '../../../api/src/modules/scenarios/index.js';
import { FIXTURE_CONTENT, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { changeScenario, SCENARIO } from './support.js';

const RENAMED: [string, string, string] = ['scenario.yaml', '第一声警报', '第二声警报'];

describe('loading scenarios of the content folder', () => {
  let app: TestApp;
  let trainer: TestClient;

  beforeEach(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    trainer = (await app.signedIn({ roles: ['trainer'] })).client;
  });
  afterEach(() => app.stop());

  const versions = async (): Promise<[number, string][]> =>
    (await trainer.get(`/scenarios/${SCENARIO}`)).body.versions.map(
      ({ number, status }: { number: number; status: string }) => [number, status],
    );

  it('when nothing has changed it should change nothing', async () => {
    const report = await app.app.get(ScenarioImport).load(FIXTURE_CONTENT, { publish: 'all' });
    expect(report).toEqual({
      scenarios: [{ slug: 'first-alarm', number: 1, outcome: 'unchanged' }],
      summary: '',
    });
    expect(await versions()).toEqual([[1, 'published']]);
  });

  it('when a scenario from elsewhere has the short name of one of the folder that one should get another', async () => {
    const other = '018f0000-0000-7000-8000-00000000abcd';
    await app.database.query(`UPDATE scenario SET slug = 'elsewhere' WHERE id = $1`, [SCENARIO]);
    await app.database.query(`INSERT INTO scenario (id, slug) VALUES ($1, 'first-alarm')`, [other]);
    const report = await app.app.get(ScenarioImport).load(FIXTURE_CONTENT, { publish: 'all' });
    expect(report.summary).toBe('1 scenarios from elsewhere given another short name');
    const rows = await app.database.query('SELECT id, slug FROM scenario ORDER BY slug');
    expect(rows).toEqual([
      { id: SCENARIO, slug: 'first-alarm' },
      { id: other, slug: 'first-alarm-00000000abcd' },
    ]);
    expect((await app.app.get(ScenarioImport).load(FIXTURE_CONTENT, { publish: 'all' })).summary).toBe('');
  });

  it('when the content has changed it should make a draft, once', async () => {
    expect(await changeScenario(app, [RENAMED])).toEqual({
      scenarios: [{ slug: 'first-alarm', number: 2, outcome: 'drafted' }],
      summary: '1 scenarios with a new draft to publish',
    });
    expect((await changeScenario(app, [RENAMED])).summary).toBe('');
    expect(await versions()).toEqual([
      [2, 'draft'],
      [1, 'published'],
    ]);
  });

  it('when the content changes once more the former draft should be retired, not lost', async () => {
    await changeScenario(app, [RENAMED]);
    await changeScenario(app, [['scenario.yaml', '第一声警报', '第三声警报']]);
    expect(await versions()).toEqual([
      [3, 'draft'],
      [2, 'retired'],
      [1, 'published'],
    ]);
  });

  it('when the content is again what was published it should drop the draft and stay so', async () => {
    await changeScenario(app, [RENAMED]);
    expect((await changeScenario(app, [])).scenarios[0]!.outcome).toBe('draft_dropped');
    expect((await changeScenario(app, [])).scenarios[0]!.outcome).toBe('unchanged');
    expect(await versions()).toEqual([
      [2, 'retired'],
      [1, 'published'],
    ]);
  });

  it('when it is told to publish it should publish the change and keep the former version', async () => {
    expect((await changeScenario(app, [RENAMED], 'all')).summary).toBe('1 scenarios published');
    expect(await versions()).toEqual([
      [2, 'published'],
      [1, 'retired'],
    ]);
  });

  it('when only comments and order of keys differ it should be the same scenario', async () => {
    const report = await changeScenario(app, [
      [
        'scenario.yaml',
        'crisisType: technical\ncluster: accidental',
        '# a note\ncluster: accidental\ncrisisType: technical',
      ],
    ]);
    expect(report.summary).toBe('');
  });

  it('when a scenario has a problem it should name file and line and load none', async () => {
    const wrong = changeScenario(app, [['msel.yaml', 'owner: desk', 'owner: dusk']]);
    await expect(wrong).rejects.toThrow(ContentError);
    await expect(wrong).rejects.toThrow(/msel\.yaml:\d+: There is no seat “dusk”/);
    expect(await versions()).toEqual([[1, 'published']]);
  });

  it('when somebody changes the document of a version the database should refuse', async () => {
    await expect(
      app.database.query(`UPDATE scenario_version SET document = document || '{"rumour": true}'`),
    ).rejects.toThrow('A version of a scenario never changes');
  });

  it('when other modules ask for a version they should get it as it was written', async () => {
    const stored = (await app.app.get(ScenarioVersions).publishedOf(SCENARIO))!;
    expect(stored.document).toMatchObject({ slug: 'first-alarm', rumour: false });
    expect(await app.app.get(ScenarioVersions).version(stored.id)).toBe(stored);
  });
});
