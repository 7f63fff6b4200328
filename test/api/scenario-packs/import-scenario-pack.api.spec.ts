import { ScenarioImport } from '../../../api/src/modules/scenarios/index.js';
import { FIXTURE, FIXTURE_CONTENT } from '../../support/content-template.js';
import { makeKeyPair } from '../../../api/src/modules/scenario-packs/testing/signing.js';
import { company, exported, NOWHERE, upload, type Company } from './pack-setting.js';

const WHY = { reason: '已电话核对指纹' };

describe('Scenario packs from elsewhere', () => {
  let ours: Company;
  let pack: Buffer;
  /** The same with all names left in. */
  let named: Buffer;

  beforeAll(async () => {
    // One process is one installation: the session strategy of the newest is everybody's.
    const theirs = await company('友邻公司');
    pack = await exported(theirs);
    named = await exported(theirs, '?redact=none');
    await theirs.app.stop();
    ours = await company('测试公司');
  });
  afterAll(() => ours.app.stop());

  it('when nobody, or somebody without the right, asks it should refuse', async () => {
    const calls = (who: Company['trainer']) => [
      who.post('/scenario-packs'),
      who.get('/scenario-packs'),
      who.get(`/scenario-packs/${NOWHERE}`),
      who.post(`/scenario-packs/${NOWHERE}/accept`),
      who.post(`/scenario-packs/${NOWHERE}/reject`, WHY),
      who.post(`/scenario-packs/${NOWHERE}/reopen`, WHY),
      who.get('/signers'),
      who.post('/signers/own'),
      who.post('/signers', { ...WHY, name: '甲', publicKey: makeKeyPair().publicKey }),
      who.post(`/signers/${NOWHERE}/trust`, WHY),
      who.post(`/signers/${NOWHERE}/distrust`, WHY),
    ];
    for (const call of calls(ours.app.client())) expect((await call).status).toBe(401);
    for (const call of calls(ours.employee)) expect((await call).body.code).toBe('auth.forbidden');
    for (const what of ['trust', 'distrust'])
      expect((await ours.trainer.post(`/signers/${NOWHERE}/${what}`, WHY)).status).toBe(403);
    const key = { ...WHY, name: '甲', publicKey: makeKeyPair().publicKey };
    expect((await ours.trainer.post('/signers', key)).status).toBe(403);
  });

  it('when the request is wrong, or there is no such thing, it should say so', async () => {
    const { body } = await ours.trainer.post('/scenario-packs', {});
    expect([body.code, body.details[0].path]).toEqual(['request.invalid', 'file']);
    expect((await ours.trainer.get('/scenario-packs?status=odd')).body.details[0].path).toBe('status');
    expect((await ours.trainer.get('/scenario-packs/1')).status).toBe(400);
    expect((await ours.trainer.post('/scenario-packs/1/accept')).status).toBe(400);
    expect((await ours.admin.post('/signers/1/trust', WHY)).status).toBe(400);
    for (const path of ['reject', 'reopen'])
      expect(
        (await ours.trainer.post(`/scenario-packs/${NOWHERE}/${path}`, { reason: '  a ' })).body,
      ).toMatchObject({
        code: 'request.invalid',
        details: [{ path: 'reason' }],
      });
    for (const path of ['trust', 'distrust'])
      expect((await ours.admin.post(`/signers/${NOWHERE}/${path}`, {})).body.details[0].path).toBe('reason');
    for (const call of [
      ours.trainer.get(`/scenario-packs/${NOWHERE}`),
      ours.trainer.post(`/scenario-packs/${NOWHERE}/accept`),
      ours.trainer.post(`/scenario-packs/${NOWHERE}/reject`, WHY),
      ours.trainer.post(`/scenario-packs/${NOWHERE}/reopen`, WHY),
    ])
      expect((await call).body).toMatchObject({ statusCode: 404, code: 'scenario_pack.not_found' });
    for (const what of ['trust', 'distrust'])
      expect((await ours.admin.post(`/signers/${NOWHERE}/${what}`, WHY)).body).toMatchObject({
        statusCode: 404,
        code: 'signer.not_found',
      });
  });

  it.each([
    ['is no archive', 400, 'scenario_pack.broken', 'not_an_archive', () => Buffer.from('PK?')],
    ['is cut short', 400, 'scenario_pack.broken', 'cut_short', () => pack.subarray(0, pack.length - 9)],
    ['is too large', 413, 'scenario_pack.too_large', 'too_large', () => Buffer.alloc(4_300_000)],
    ['was changed', 400, 'scenario_pack.broken', 'checksum_mismatch', () => flipped(pack.length >> 1)],
  ])('when the file %s it should refuse by name and keep nothing', async (_, status, code, fault, make) => {
    const answer = await upload(ours.trainer, make());
    expect([answer.status, answer.body.code, answer.body.details[0].values]).toEqual([
      status,
      code,
      { fault },
    ]);
    expect((await ours.trainer.get('/scenario-packs')).body.total).toBe(0);
    expect((await ours.trainer.get('/signers')).body.total).toBe(0);
  });
  const flipped = (at: number): Buffer => {
    const copy = Buffer.from(pack);
    copy[at]! ^= 1;
    return copy;
  };

  describe('of an unknown signer', () => {
    let id: string;
    let signerId: string;

    it('should be kept in quarantine, readable and not usable', async () => {
      const { status, body } = await upload(ours.trainer, pack);
      expect(status).toBe(201);
      expect(body).toMatchObject({
        fileName: '数据泄露.zip',
        status: 'quarantined',
        known: true,
        manifest: { exporter: '友邻公司', redacted: ['organisation', 'departments'] },
        signer: { name: '友邻公司', trusted: false },
        document: { id: FIXTURE.scenarioId, organisation: { name: { zh: '某公司' } } },
        version: null,
        slugTakenBy: null,
        decisions: [],
        target: { scenarioId: FIXTURE.scenarioId, published: { number: 1 }, same: false },
      });
      expect(body.target.changes).toEqual(
        expect.arrayContaining([
          { part: 'organisation', added: 0, removed: 0, changed: 1 },
          { part: 'seats', added: 0, removed: 0, changed: body.document.seats.length },
        ]),
      );
      expect(body.signer.fingerprint).toMatch(/^[0-9a-f]{64}$/);
      ({ id } = body);
      signerId = body.signer.id;
      expect((await ours.trainer.get(`/scenario-packs/${id}`)).body).toEqual(body);
      const refused = await ours.trainer.post(`/scenario-packs/${id}/accept`);
      expect([refused.status, refused.body.code]).toEqual([409, 'scenario_pack.quarantined']);
      expect((await ours.trainer.get(`/scenarios/${FIXTURE.scenarioId}`)).body.versions).toHaveLength(1);
    });

    it('when it comes twice it should be there once', async () => {
      expect((await upload(ours.trainer, pack)).body.id).toBe(id);
      const { body } = await ours.trainer.get('/scenario-packs?status=quarantined&q=友邻');
      expect([body.total, body.items[0].id]).toEqual([1, id]);
    });

    it('when it is rejected it should stay out, with the reason, until that is taken back', async () => {
      const to = (what: string, reason: string) =>
        ours.trainer.post(`/scenario-packs/${id}/${what}`, { reason });
      expect((await to('reopen', '没有拒绝过')).body.code).toBe('scenario_pack.not_rejected');
      const both = await Promise.all([to('reject', '来源不明'), to('reject', '来源不明')]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await upload(ours.trainer, pack)).body).toMatchObject({ id, status: 'rejected' });
      expect((await ours.trainer.get('/scenario-packs?status=quarantined')).body.total).toBe(0);
      expect((await ours.trainer.post(`/scenario-packs/${id}/accept`)).body.code).toBe(
        'scenario_pack.rejected',
      );
      expect((await to('reopen', '已确认来源')).body.status).toBe('quarantined');
      const { decisions } = (await ours.trainer.get(`/scenario-packs/${id}`)).body;
      expect(decisions.map(({ what, reason }: Record<string, string>) => [what, reason])).toEqual([
        ['reopened', '已确认来源'],
        ['rejected', '来源不明'],
      ]);
      await expect(ours.app.database.query('UPDATE pack_decision SET reason = reason')).rejects.toThrow(
        'never changes',
      );
    });

    it('when an administrator trusts the key it should become a draft, once', async () => {
      const trusted = await ours.admin.post(`/signers/${signerId}/trust`, WHY);
      expect(trusted.body).toMatchObject({ id: signerId, trusted: true, own: false, packs: 1 });
      expect(trusted.body.decisions).toMatchObject([{ what: 'trusted', reason: WHY.reason }]);
      expect((await ours.admin.post(`/signers/${signerId}/trust`, WHY)).body).toEqual(trusted.body);
      expect((await ours.trainer.get(`/scenario-packs/${id}`)).body.status).toBe('ready');
      const both = await Promise.all([1, 2].map(() => ours.trainer.post(`/scenario-packs/${id}/accept`)));
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { body } = both.find(({ status }) => status === 200)!;
      expect(body).toMatchObject({ status: 'accepted', version: { number: 2 } });
      expect(both.find(({ status }) => status === 409)!.body.code).toBe('scenario_pack.already_accepted');
      const scenario = (await ours.trainer.get(`/scenarios/${FIXTURE.scenarioId}`)).body;
      expect(scenario.versions[0]).toMatchObject({ id: body.version.id, status: 'draft', origin: 'pack' });
      expect(scenario.publishedVersion.number).toBe(1);
    });

    it('when the trust is taken back what comes later should be in quarantine again', async () => {
      expect((await ours.admin.post(`/signers/${signerId}/distrust`, WHY)).body).toMatchObject({
        trusted: false,
        decisions: [{ what: 'distrusted' }, { what: 'trusted' }],
      });
      const { body } = await upload(ours.trainer, named);
      expect(body.status).toBe('quarantined');
      expect((await ours.trainer.get(`/scenario-packs/${id}`)).body).toMatchObject({
        status: 'accepted',
        decisions: [{ what: 'distrusted' }, { what: 'accepted', reason: null }, { what: 'trusted' }, {}, {}],
      });
      const mine = (await upload(ours.trainer, await exported(ours))).body;
      expect(mine).toMatchObject({ status: 'ready', signer: { trusted: true } });
      const refused = await ours.admin.post(`/signers/${mine.signer.id}/distrust`, WHY);
      expect([refused.status, refused.body.code]).toEqual([409, 'signer.own']);
    });
  });

  it('should have one public key of its own to hand to partners, made when it is asked for', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => ours.trainer.post('/signers/own')));
    expect(first!.body).toMatchObject({ own: true, trusted: true, name: '测试公司' });
    expect(second!.body).toEqual(first!.body);
    expect(first!.body.publicKey).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('when a partner hands over a key it should be trusted before a pack of it comes', async () => {
    const { publicKey } = makeKeyPair();
    const { status, body } = await ours.admin.post('/signers', { ...WHY, name: '乙', publicKey });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: '乙',
      publicKey,
      trusted: true,
      packs: 0,
      decisions: [{ what: 'trusted' }],
    });
    expect((await ours.admin.post('/signers', { ...WHY, name: '丙', publicKey })).body).toEqual(body);
  });

  it.each([
    ['is none', 'request.invalid', 'x'],
    ['spells another the other way', 'request.invalid', `${'A'.repeat(42)}B`],
    ['needs no secret to sign with', 'signer.key_unsound', `AQ${'A'.repeat(41)}`],
  ])('when a key %s it should be refused', async (_, code, publicKey) => {
    const { status, body } = await ours.admin.post('/signers', { ...WHY, name: '丁', publicKey });
    expect([status, body.code, body.details[0].path]).toEqual([400, code, 'publicKey']);
  });

  it('when the scenario is a new one it should become one of its own, and the folder still load', async () => {
    const fresh = await company('第四家');
    try {
      const { body } = await upload(fresh.trainer, pack);
      await fresh.admin.post(`/signers/${body.signer.id}/trust`, WHY);
      await fresh.app.database.query('UPDATE scenario SET published_version_id = NULL');
      await fresh.app.database.query('DELETE FROM scenario_version');
      await fresh.app.database.query('DELETE FROM scenario');
      const again = (await upload(fresh.trainer, pack)).body;
      expect(again).toMatchObject({ known: false, target: null });
      const accepted = (await fresh.trainer.post(`/scenario-packs/${again.id}/accept`)).body;
      expect(accepted).toMatchObject({ version: { number: 1 } });
      const published = await fresh.trainer.post(`/scenario-versions/${accepted.version.id}/publish`);
      expect(published.body.status).toBe('published');
      // The folder has a scenario of this name; it makes a draft beside what was published and does not replace it.
      const report = await fresh.app.app.get(ScenarioImport).load(FIXTURE_CONTENT, { publish: 'first' });
      expect(report.scenarios).toMatchObject([{ number: 2, outcome: 'drafted' }]);
      const scenario = (await fresh.trainer.get(`/scenarios/${FIXTURE.scenarioId}`)).body;
      expect(scenario.publishedVersion).toEqual(accepted.version);
    } finally {
      await fresh.app.stop();
    }
  });

  it('when another scenario here has its short name it should not be accepted', async () => {
    const fresh = await company('第三家');
    try {
      const { body } = await upload(fresh.trainer, pack);
      await fresh.admin.post(`/signers/${body.signer.id}/trust`, WHY);
      await fresh.app.database.query(`UPDATE scenario SET slug = 'renamed'`);
      expect((await fresh.trainer.get(`/scenario-packs/${body.id}`)).body.slugTakenBy).toEqual({
        scenarioId: FIXTURE.scenarioId,
        slug: 'renamed',
      });
      const refused = await fresh.trainer.post(`/scenario-packs/${body.id}/accept`);
      expect([refused.status, refused.body.code]).toEqual([409, 'scenario_pack.slug_taken']);
    } finally {
      await fresh.app.stop();
    }
  });
});
