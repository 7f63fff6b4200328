import { NOWHERE, type Cast } from '../drill-runs/drill-setting.js';
import { ReportSetting } from './report-setting.js';

const ANSWER = {
  kept: '上报很快',
  missed: '名单过期',
  change: '每月核对名单',
  confidenceBefore: 2,
  confidenceAfter: 4,
};

describe('The hot wash', () => {
  let setting: ReportSetting;
  let desk: Cast;
  let lead: Cast;
  let runId: string;

  const path = (id = runId) => `/learn/drills/${id}/hot-wash`;

  beforeAll(async () => {
    setting = await ReportSetting.start();
    desk = await setting.cast({ name: '刘䶮', tier: 'frontline' });
    lead = await setting.cast({ name: '王主管', tier: 'manager' });
    runId = await setting.played({ desk, lead });
  });
  afterAll(() => setting.stop());

  it('when nobody is signed in, or it is no such run, it should refuse', async () => {
    const nobody = setting.app.client();
    expect((await nobody.get(path())).status).toBe(401);
    expect((await nobody.post(path(), ANSWER)).status).toBe(401);
    for (const id of [NOWHERE, runId]) {
      const { client } = id === NOWHERE ? desk : await setting.cast({});
      expect((await client.get(path(id))).body).toMatchObject({ statusCode: 404, code: 'drill.not_found' });
      expect((await client.post(path(id), ANSWER)).body.code).toBe('drill.not_found');
    }
  });

  it.each([
    ['confidenceBefore', 0],
    ['confidenceAfter', 6],
    ['confidenceAfter', 2.5],
    ['kept', 'x'.repeat(1_001)],
    ['change', null],
  ])('when %s is %p it should say where it hurts', async (field, value) => {
    const { status, body } = await desk.client.post(path(), { ...ANSWER, [field]: value });
    expect([status, body.details[0].path]).toEqual([400, field]);
  });

  it('should open by itself at the end and not before', async () => {
    const open = await setting.drills.running({ desk });
    expect((await desk.client.get(path(open.id))).body).toMatchObject({ open: false, answer: null });
    expect((await desk.client.post(path(open.id), ANSWER)).body.code).toBe('drill_report.not_over');
    await setting.drills.control(open.id, { kind: 'end' });
    expect((await desk.client.get(path(open.id))).body).toEqual({
      title: { zh: 'Leak（中文）', en: 'Leak' },
      open: true,
      answer: null,
    });
  });

  it('should keep one answer a participant, which can be changed, and name only who allows it', async () => {
    await desk.client.post(path(), { ...ANSWER, kept: '先前的话' }).expect(200);
    const { body } = await desk.client.post(path(), ANSWER);
    expect(body.answer).toMatchObject({ ...ANSWER, showName: false });
    await lead.client.post(path(), { ...ANSWER, change: '审批再快些', showName: true }).expect(200);
    const { hotWash } = await setting.report(runId);
    expect(hotWash).toHaveLength(2);
    expect(hotWash).toEqual(
      expect.arrayContaining([
        { ...ANSWER, name: null },
        { ...ANSWER, change: '审批再快些', name: '王主管' },
      ]),
    );
  });

  it('when the same person answers twice at once it should still be one answer', async () => {
    const other = await setting.played({ desk });
    await Promise.all(
      ['甲', '乙', '丙'].map((kept) => desk.client.post(path(other), { ...ANSWER, kept }).expect(200)),
    );
    expect((await setting.report(other)).hotWash).toHaveLength(1);
  });

  describe('POST /drill-runs/:id/report/close', () => {
    const close = (who: Cast['client'], id = runId) => who.post(`/drill-runs/${id}/report/close`);

    it('when it is not theirs to close, or not over, it should refuse', async () => {
      expect((await close(setting.app.client())).status).toBe(401);
      expect((await close(desk.client)).status).toBe(403);
      expect((await close(setting.trainer.client, 'x')).status).toBe(400);
      const { client } = await setting.app.signedIn({ roles: ['employee', 'trainer'], scope: '法务部' });
      expect((await close(client)).body.code).toBe('drill.not_found');
      const open = await setting.drills.running({ desk });
      expect((await close(setting.trainer.client, open.id)).body.code).toBe('drill_report.not_over');
    });

    it('should take no answer from then on, and say so to those who ask', async () => {
      const closed = await close(setting.trainer.client);
      expect([closed.status, closed.body.closedAt]).toEqual([200, setting.app.clock.now().toISOString()]);
      setting.app.clock.advance({ minutes: 1 });
      expect((await close(setting.trainer.client)).body.closedAt).toBe(closed.body.closedAt);
      expect((await desk.client.post(path(), ANSWER)).body).toMatchObject({
        statusCode: 409,
        code: 'drill_report.closed',
      });
      expect((await desk.client.get(path())).body).toMatchObject({ open: false, answer: ANSWER });
    });
  });
});
