import type { Readiness } from '@readyroom/contract';
import type { Cast } from '../drill-runs/drill-setting.js';
import { ReportSetting } from '../drill-reports/report-setting.js';
import { Recall } from './recall.js';

describe('GET /learn/readiness', () => {
  let setting: ReportSetting;
  let recall: Recall;

  beforeAll(async () => {
    setting = await ReportSetting.start();
    recall = await Recall.make(setting.app);
  });
  afterAll(() => setting.stop());

  const mine = async (who: Cast): Promise<Readiness> => {
    const { status, body } = await who.client.get('/learn/readiness');
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as Readiness;
  };

  const tellConfidence = async (desk: Cast, runId: string, showName: boolean): Promise<void> => {
    await desk.client.post(`/learn/drills/${runId}/hot-wash`, {
      kept: '冷静',
      missed: '没有上报',
      change: '先上报',
      confidenceBefore: 3,
      confidenceAfter: 4,
      showName,
    });
  };

  it('when nobody is signed in it should refuse', async () => {
    expect((await setting.app.client().get('/learn/readiness')).status).toBe(401);
  });

  it('when there is no evidence it should say so, and not 0', async () => {
    const readiness = await mine(await setting.cast({}));
    expect(readiness.overall).toEqual({ value: null, basis: 'none', evidence: [] });
    expect(readiness.types.map(({ readiness: { value } }) => value)).toEqual([null, null, null, null]);
    expect(readiness.confidence).toBeNull();
  });

  it('when only graded, finished attempts are there it should count them by topic, and no other', async () => {
    const who = await setting.cast({});
    const attempt = await recall.take(who.person.id, { 'topic-1': [1, 1], 'topic-2': [1, null] });
    await recall.take(who.person.id, { 'topic-3': [0, 0] }, { finishedAt: null });
    const { overall, types } = await mine(who);
    expect(overall).toMatchObject({ value: 75, basis: 'recall' });
    expect(
      overall.evidence.map(({ kind, id, result, weight, decay }) => [kind, id, result, weight, decay]),
    ).toEqual([
      ['recall', attempt, 100, 0.5, 1],
      ['recall', attempt, 50, 0.5, 1],
    ]);
    expect(types.every(({ readiness }) => readiness.value === null)).toBe(true);
  });

  it('when a drill was played it should count the rated objectives of the own seat, for its crisis type', async () => {
    const desk = await setting.cast({ tier: 'frontline' });
    const lead = await setting.cast({ tier: 'manager' });
    await recall.take(desk.person.id, { 'topic-1': [0, 1] });
    const runId = await setting.played({ desk, lead }, { escalates: true });
    const { overall, types, confidence } = await mine(desk);
    expect(overall).toMatchObject({ value: 80, basis: 'both' });
    expect(overall.evidence.find(({ kind }) => kind === 'drill')).toMatchObject({
      id: runId,
      crisisType: 'technical',
      title: { zh: 'Leak（中文）', en: 'Leak' },
      result: 100,
      weight: 0.6,
      contribution: 60,
    });
    expect(types.map(({ crisisType, readiness }) => [crisisType, readiness.value])).toEqual([
      ['technical', 80],
      ['content', null],
      ['trust', null],
      ['regulatory', null],
    ]);
    expect(confidence).toBeNull();
    // Whoever had nothing to do in the drill has shown nothing by it.
    expect((await mine(lead)).overall.basis).toBe('none');
  });

  it('when the drill was stopped for a real event it should prove nothing', async () => {
    const desk = await setting.cast({ tier: 'frontline' });
    await setting.played({ desk }, { escalates: true, ends: 'stop' });
    expect((await mine(desk)).overall.value).toBeNull();
  });

  it('when somebody said how sure they are it should show the gap to what the drill bore out', async () => {
    const desk = await setting.cast({ tier: 'frontline' });
    const runId = await setting.played({ desk });
    await tellConfidence(desk, runId, false);
    const { overall, confidence } = await mine(desk);
    expect(overall.value).toBe(0);
    expect(confidence).toMatchObject({ runId, selfRated: 75, measured: 0, gap: 75 });
  });

  it('the mean gap should never give away how sure somebody is who left their name off', async () => {
    const scope = '总部/把握';
    const deep = '总部/把握/一组';
    const trainer = (await setting.app.signedIn({ roles: ['employee', 'trainer'], scope })).client;
    const gap = async (query = '') => (await trainer.get(`/readiness/board${query}`)).body.confidenceGap;
    const told = async (department: string, showName: boolean) => {
      const desk = await setting.cast({ tier: 'frontline', department });
      await tellConfidence(desk, await setting.played({ desk }), showName);
      return desk;
    };
    for (let n = 0; n < 4; n++) await told(deep, true);
    expect(await gap()).toBeNull();
    // Five together, but four of them are known by name.
    const { person } = await told(deep, false);
    expect(await gap()).toBeNull();
    for (let n = 0; n < 4; n++) await told(scope, false);
    expect(await gap()).toEqual({ people: 9, mean: 75 });
    expect(await gap(`?departmentId=${person.departmentId}`)).toBeNull();
  });

  it('when time passes it should fall as the prior says, and rise only with new evidence', async () => {
    const who = await setting.cast({});
    await recall.take(who.person.id, { 'topic-1': [1, 1] });
    const seen: number[] = [];
    for (const days of [0, 61, 122, 365, 700]) {
      await setting.days(days, who);
      seen.push((await mine(who)).overall.value!);
    }
    expect(seen[0]).toBe(100);
    expect(seen[1]).toBeCloseTo(81, 0);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    await recall.take(who.person.id, { 'topic-1': [1, 1] });
    expect((await mine(who)).overall.value).toBeGreaterThan(seen.at(-1)!);
  });
});
