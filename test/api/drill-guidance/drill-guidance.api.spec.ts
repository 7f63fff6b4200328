import { ModelCard } from '@readyroom/contract';
import { drillScenario, publishScenario } from '../../support/drill-scenario.js';
import { DrillSetting, NOWHERE, type Cast } from '../drill-runs/drill-setting.js';

const DRAFT = {
  text: '系统绝对没有问题，是用户自己设置错了！！！',
  elements: [],
  outlets: ['microblog'],
};

describe('Guidance for drills', () => {
  let setting: DrillSetting;
  let desk: Cast;
  let id: string;
  beforeAll(async () => {
    setting = await DrillSetting.start();
    desk = await setting.player('desk');
    ({ id } = await setting.create({ desk }));
  });
  afterAll(() => setting.stop());

  it('GET /drill-model: when nobody is signed in it should refuse', async () => {
    expect((await setting.app.client().get('/drill-model')).status).toBe(401);
  });

  it('GET /drill-model should say of every constant whether it is literature or design, and why', async () => {
    const { status, body } = await desk.client.get('/drill-model');
    expect(status).toBe(200);
    const card = ModelCard.parse(body);
    expect(card.constants.length).toBeGreaterThan(20);
    expect(new Set(card.constants.map(({ key }) => key)).size).toBe(card.constants.length);
    for (const { kind, citations, basis } of card.constants) {
      expect(basis.zh && basis.en).toBeTruthy();
      if (kind === 'literature') expect(citations.length).toBeGreaterThan(0);
    }
  });

  it('POST /drills/:id/coach: when the caller is not in the run or sends nonsense it should refuse', async () => {
    expect((await setting.app.client().post(`/drills/${id}/coach`, DRAFT)).status).toBe(401);
    const stranger = await setting.app.signedIn({});
    const foreign = await stranger.client.post(`/drills/${id}/coach`, DRAFT);
    const missing = await desk.client.post(`/drills/${NOWHERE}/coach`, DRAFT);
    expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
    for (const wrong of [
      {},
      { ...DRAFT, text: '' },
      { ...DRAFT, outlets: [] },
      { ...DRAFT, elements: ['luck'] },
    ])
      expect((await desk.client.post(`/drills/${id}/coach`, wrong)).status).toBe(400);
  });

  it('POST /drills/:id/coach should quote what it is about and leave nothing in the log', async () => {
    const before = await setting.log(id);
    const { status, body } = await desk.client.post(`/drills/${id}/coach`, DRAFT);
    expect(status).toBe(200);
    const codes = body.notes.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(['no_next_update', 'blames_users', 'shouting']));
    for (const { quote } of body.notes) if (quote !== null) expect(DRAFT.text).toContain(quote);
    expect(await setting.log(id)).toEqual(before);
  });

  it('POST /drills/:id/coach should say the same whatever the crisis is, so that nobody can ask it for the truth', async () => {
    const said = [];
    for (const [cluster, rumour] of [
      ['preventable', false],
      ['accidental', false],
      ['victim', true],
    ] as const) {
      const document = { ...drillScenario(`of-${cluster}`), cluster, rumour };
      const scenarioId = await publishScenario(setting.app, document);
      const run = await setting.create({ desk }, { scenarioId });
      const text = '网传内容不实，我们将追究造谣者的法律责任。';
      said.push((await desk.client.post(`/drills/${run.id}/coach`, { ...DRAFT, text })).body);
    }
    expect(said[0].notes.map(({ code }: { code: string }) => code)).toContain('denial_unchecked');
    expect([said[1], said[2]]).toEqual([said[0], said[0]]);
  });
});
