import { FIXTURE } from '../../support/content-template.js';
import { company, exported, NOWHERE, upload, type Company } from './pack-setting.js';

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
      who.get('/signers'),
      who.post(`/signers/${NOWHERE}/trust`),
      who.post(`/signers/${NOWHERE}/distrust`),
    ];
    for (const call of calls(ours.app.client())) expect((await call).status).toBe(401);
    for (const call of calls(ours.employee)) expect((await call).body.code).toBe('auth.forbidden');
    for (const what of ['trust', 'distrust'])
      expect((await ours.trainer.post(`/signers/${NOWHERE}/${what}`)).status).toBe(403);
  });

  it('when the request is wrong, or there is no such thing, it should say so', async () => {
    const { body } = await ours.trainer.post('/scenario-packs', {});
    expect([body.code, body.details[0].path]).toEqual(['request.invalid', 'file']);
    expect((await ours.trainer.get('/scenario-packs?status=odd')).body.details[0].path).toBe('status');
    expect((await ours.trainer.get('/scenario-packs/1')).status).toBe(400);
    expect((await ours.trainer.post('/scenario-packs/1/accept')).status).toBe(400);
    expect((await ours.admin.post('/signers/1/trust')).status).toBe(400);
    for (const call of [
      ours.trainer.get(`/scenario-packs/${NOWHERE}`),
      ours.trainer.post(`/scenario-packs/${NOWHERE}/accept`),
    ])
      expect((await call).body).toMatchObject({ statusCode: 404, code: 'scenario_pack.not_found' });
    for (const what of ['trust', 'distrust'])
      expect((await ours.admin.post(`/signers/${NOWHERE}/${what}`)).body).toMatchObject({
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
      });
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

    it('when an administrator trusts the key it should become a draft, once', async () => {
      const trusted = await ours.admin.post(`/signers/${signerId}/trust`);
      expect(trusted.body).toMatchObject({ id: signerId, trusted: true, own: false, packs: 1 });
      expect((await ours.admin.post(`/signers/${signerId}/trust`)).body).toEqual(trusted.body);
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
      expect((await ours.admin.post(`/signers/${signerId}/distrust`)).body.trusted).toBe(false);
      const { body } = await upload(ours.trainer, named);
      expect(body.status).toBe('quarantined');
      expect((await ours.trainer.get(`/scenario-packs/${id}`)).body.status).toBe('accepted');
      const mine = (await upload(ours.trainer, await exported(ours))).body;
      expect(mine).toMatchObject({ status: 'ready', signer: { trusted: true } });
      expect((await ours.admin.post(`/signers/${mine.signer.id}/distrust`)).body.trusted).toBe(true);
    });
  });

  it('when another scenario here has its short name it should not be accepted', async () => {
    const fresh = await company('第三家');
    try {
      const { body } = await upload(fresh.trainer, pack);
      await fresh.admin.post(`/signers/${body.signer.id}/trust`);
      await fresh.app.database.query(`UPDATE scenario SET slug = 'renamed'`);
      const refused = await fresh.trainer.post(`/scenario-packs/${body.id}/accept`);
      expect([refused.status, refused.body.code]).toEqual([409, 'scenario_pack.slug_taken']);
    } finally {
      await fresh.app.stop();
    }
  });
});
