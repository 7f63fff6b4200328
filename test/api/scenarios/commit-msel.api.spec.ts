import type { MselImport } from '@readyroom/contract';
import { fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { changeScenario, commit, editedList, exported, SCENARIO, upload } from './support.js';

describe('POST /scenarios/:id/msel-imports/:importId/commit', () => {
  let app: TestApp;
  let trainer: TestClient;
  let first: string;
  let file: Buffer;

  beforeEach(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    trainer = (await app.signedIn({ roles: ['trainer'] })).client;
    first = (await trainer.get(`/scenarios/${SCENARIO}`)).body.publishedVersion.id;
    file = await exported(trainer, first);
  });
  afterEach(() => app.stop());

  const preview = async (): Promise<MselImport> =>
    (await upload(trainer, await editedList(file, [3, 'title_en', 'The hotline rings on']))).body;

  it('when nobody is signed in it should answer 401', async () => {
    expect((await commit(app.client(), { id: first })).status).toBe(401);
  });

  it.each(['employee', 'hr', 'auditor'] as const)(
    'when somebody is %s it should answer 403',
    async (role) => {
      const { client } = await app.signedIn({ roles: [role] });
      expect((await commit(client, { id: first })).status).toBe(403);
    },
  );

  it('when the id is none it should answer 400, when nothing has it 404', async () => {
    expect((await commit(trainer, { id: 'none' })).status).toBe(400);
    const { status, body } = await commit(trainer, { id: first });
    expect([status, body.code]).toEqual([404, 'msel_import.not_found']);
  });

  it('when it is committed the list should be a new draft of the scenario', async () => {
    const made = await preview();
    const { status, body } = await commit(trainer, made);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'committed', version: { number: 2 } });
    const scenario = (await trainer.get(`/scenarios/${SCENARIO}`)).body;
    expect(scenario.versions).toMatchObject([
      { number: 2, status: 'draft', origin: 'msel', importedBy: { id: body.createdBy.id } },
      { number: 1, status: 'published', origin: 'content' },
    ]);
    const { document } = (await trainer.get(`/scenario-versions/${body.version.id}`)).body;
    expect(document.items[1].title.en).toBe('The hotline rings on');
    const again = await commit(trainer, made);
    expect([again.status, again.body.code]).toEqual([409, 'msel_import.already_committed']);
  });

  it('when the content folder is loaded afterwards the draft should stay', async () => {
    await commit(trainer, await preview());
    await changeScenario(app, []);
    expect((await trainer.get(`/scenarios/${SCENARIO}`)).body.draftVersion).toMatchObject({ number: 2 });
  });

  it('when the scenario has a newer version by then it should answer 409', async () => {
    const made = await preview();
    await changeScenario(app, [['scenario.yaml', '第一声警报', '第二声警报']]);
    const { status, body } = await commit(trainer, made);
    expect([status, body.code]).toEqual([409, 'msel_import.stale']);
  });

  it('when it is committed twice at once it should happen once', async () => {
    const made = await preview();
    const answers = await Promise.all([1, 2, 3].map(() => commit(trainer, made)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it('when a list is exported, imported into another version and exported it should be the same bytes', async () => {
    const second = (await commit(trainer, await preview())).body.version.id as string;
    const out = await exported(trainer, second);
    expect(out.equals(file)).toBe(false);
    await changeScenario(app, [['scenario.yaml', '第一声警报', '第二声警报']]);
    const imported = (await upload(trainer, out)).body as MselImport;
    expect(imported).toMatchObject({ baseVersion: { number: 3 }, changed: 1, added: 0, removed: [] });
    const { version } = (await commit(trainer, imported)).body as MselImport;
    expect(version!.number).toBe(4);
    expect((await exported(trainer, version!.id)).equals(out)).toBe(true);
  });
});
