import { ReportSetting } from '../drill-reports/report-setting.js';
import { NOWHERE } from '../drill-runs/drill-setting.js';
import { download } from '../scenarios/support.js';
import {
  canonicalJson,
  makeKeyPair,
  signed,
} from '../../../api/src/modules/scenario-packs/testing/signing.js';
import type { TestClient } from '../../support/test-app.js';

describe('Score numbers', () => {
  let setting: ReportSetting;
  let trainer: TestClient;
  let admin: TestClient;
  let employee: TestClient;
  let own: {
    numbers: { metrics: { key: string; counts: number[] }[]; [key: string]: unknown };
    signature: string;
  };

  beforeAll(async () => {
    setting = await ReportSetting.start();
    trainer = setting.trainer.client;
    admin = (await setting.app.signedIn({ roles: ['employee', 'admin'] })).client;
    employee = (await setting.app.signedIn({})).client;
  });
  afterAll(() => setting.stop());

  const file = (id = setting.scenarioId) => `/scenarios/${id}/score-numbers`;
  const seen = (id = setting.scenarioId) => `/scenarios/${id}/score-distributions`;
  const upload = (content: unknown) =>
    trainer
      .post('/score-numbers')
      .attach('file', Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)), 'n.json');
  /** The own numbers as another member would have them. */
  const ofMember = (name: string, edit: object = {}, key = makeKeyPair()) => {
    const numbers = { ...own.numbers, exporter: name, publicKey: key.publicKey, ...edit };
    return { numbers, signature: signed(canonicalJson(numbers), key.privateKey) };
  };

  it('when nobody, or somebody without the right, asks it should refuse', async () => {
    for (const [who, status] of [
      [setting.app.client(), 401],
      [employee, 403],
    ] as const)
      for (const call of [who.get(file()), who.get(seen()), who.post('/score-numbers')])
        expect((await call).status).toBe(status);
  });

  it('when the request is wrong, or there is no such scenario, it should say so', async () => {
    expect((await trainer.get(file('1'))).status).toBe(400);
    expect((await trainer.get(seen('1'))).status).toBe(400);
    expect((await trainer.post('/score-numbers', {})).body.details[0].path).toBe('file');
    for (const path of [file(NOWHERE), seen(NOWHERE)])
      expect((await trainer.get(path)).body).toMatchObject({ statusCode: 404, code: 'scenario.not_found' });
  });

  it('when there are too few runs, or too few people in them, it should give nothing away', async () => {
    const desk = await setting.cast({ tier: 'frontline' });
    for (let n = 0; n < 5; n++) await setting.played({ desk }, { escalates: true });
    const { status, body } = await trainer.get(file());
    expect([status, body.code]).toEqual([409, 'score_numbers.too_few']);
  });

  it('when there are enough it should be a signed file that names nobody', async () => {
    for (let n = 0; n < 4; n++)
      await setting.played(
        { desk: await setting.cast({ tier: 'frontline', name: `前台${n}` }) },
        { escalates: true },
      );
    const text = (await download(trainer.get(file()))).toString();
    own = JSON.parse(text);
    const escalated = own.numbers.metrics.find(({ key }) => key === 'expected_actions_met')!;
    expect(escalated.counts.reduce((sum, count) => sum + count, 0)).toBe(9);
    expect(own.numbers).toMatchObject({ format: 'readyroom-scores/1', scenarioId: setting.scenarioId });
    expect(text).not.toMatch(/前台|T0\d\d\d/);
  });

  it('should show distributions only when five trusted organisations have numbers', async () => {
    expect((await trainer.get(seen())).body).toEqual({
      minMembers: 5,
      minRuns: 5,
      own: true,
      members: 1,
      metrics: [],
    });
    const signers: string[] = [];
    for (const name of ['甲', '乙', '丙', '丁']) {
      const { status, body } = await upload(ofMember(name));
      expect([status, body.signer.name, body.signer.trusted]).toEqual([201, name, false]);
      signers.push(body.signer.id);
    }
    expect((await trainer.get(seen())).body.members).toBe(1);
    for (const id of signers) await admin.post(`/signers/${id}/trust`, { reason: '已核对指纹' });
    const { body } = await trainer.get(seen());
    expect(body.members).toBe(5);
    const metric = body.metrics.find(({ key }: { key: string }) => key === 'expected_actions_met');
    expect(metric).toMatchObject({ members: 5, name: { en: 'Expected actions done' } });
    expect(metric.counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(45);
    await admin.post(`/signers/${signers[0]!}/distrust`, { reason: '停止合作' });
    expect((await trainer.get(seen())).body).toMatchObject({ members: 4, metrics: [] });
  });

  it('when a signer sends older numbers it should keep the newer ones, and its own file counts once', async () => {
    const key = makeKeyPair();
    const at = (day: number) => ({ created: `2026-01-0${day}T00:00:00.000Z` });
    await upload(ofMember('戊', at(2), key));
    expect((await upload(ofMember('戊', at(1), key))).status).toBe(201);
    const rows = await setting.app.database.query<{ created_at: Date }>(
      `SELECT n.created_at FROM score_numbers n JOIN pack_signer s ON s.id = n.signer_id WHERE s.name = '戊'`,
    );
    expect(rows.map(({ created_at }) => created_at.toISOString())).toEqual([at(2).created]);
    const before = (await trainer.get(seen())).body.members;
    await upload(own);
    expect((await trainer.get(seen())).body.members).toBe(before);
  });

  it.each<[string, string, () => unknown]>([
    ['is no JSON', 'not_json', () => '{'],
    ['is nested without end', 'document_invalid', () => `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['was changed', 'signature_wrong', () => ({ ...own, numbers: { ...own.numbers, exporter: '他人' } })],
    ['is not signed', 'signature_wrong', () => ({ ...own, signature: '' })],
    [
      'has too few runs',
      'document_invalid',
      () =>
        ofMember('己', {
          metrics: [{ key: 'rubric', unit: 'share', counts: [4, 0, 0, 0, 0, 0, 0, 0, 0, 0] }],
        }),
    ],
    [
      'has another number of classes',
      'document_invalid',
      () => ofMember('己', { metrics: [{ key: 'rubric', unit: 'share', counts: [9] }] }),
    ],
    ['has more in it', 'document_invalid', () => ofMember('己', { people: ['甲'] })],
    ['has NUL in a text', 'unstorable_text', () => ofMember('己\0')],
  ])('when the file %s it should refuse it by name', async (_, fault, make) => {
    const { status, body } = await upload(make());
    expect([status, body.code, body.details[0].values]).toEqual([400, 'score_numbers.broken', { fault }]);
  });

  it('when the file is too large it should say so', async () => {
    expect((await upload('x'.repeat(300_000))).status).toBe(413);
  });
});
