import { company, exported, NOWHERE, type Company } from './pack-setting.js';

describe('GET /scenario-versions/:id/pack', () => {
  let ours: Company;
  beforeAll(async () => {
    ours = await company('测试公司');
  });
  afterAll(() => ours.app.stop());

  describe.each(['pack', 'pack/preview'])('%s', (path) => {
    const at = (id: string, query = '') => `/scenario-versions/${id}/${path}${query}`;

    it('when nobody, or somebody without the right, asks it should refuse', async () => {
      expect((await ours.app.client().get(at(ours.versionId))).status).toBe(401);
      expect((await ours.employee.get(at(ours.versionId))).body.code).toBe('auth.forbidden');
      expect((await ours.hr.get(at(ours.versionId))).status).toBe(403);
    });

    it('when the request is wrong it should say where', async () => {
      expect((await ours.trainer.get(at('1'))).status).toBe(400);
      const { status, body } = await ours.trainer.get(at(ours.versionId, '?redact=prices'));
      expect([status, body.details[0].path]).toEqual([400, 'redact.0']);
    });

    it('when there is no such version it should say so', async () => {
      const { body } = await ours.trainer.get(at(NOWHERE));
      expect(body).toMatchObject({ statusCode: 404, code: 'scenario_version.not_found' });
    });
  });

  it('should show before what is replaced, and replace organisation and departments unless told otherwise', async () => {
    const preview = async (query: string) =>
      (await ours.trainer.get(`/scenario-versions/${ours.versionId}/pack/preview${query}`)).body;
    const usual = await preview('');
    expect(usual.redacted).toEqual(['organisation', 'departments']);
    expect(usual.names[0]).toMatchObject({ kind: 'organisation', to: { zh: '某公司' } });
    expect(usual.document.organisation.name.zh).toBe('某公司');
    const kept = await preview('?redact=none');
    expect([kept.redacted, kept.names]).toEqual([[], []]);
    expect(JSON.stringify(usual.document)).not.toContain(kept.document.organisation.name.zh);
    const all = await preview('?redact=personas&redact=organisation');
    expect(all.redacted).toEqual(['organisation', 'personas']);
    expect(all.document.personas[0].handle).toBe('account1');
    const listed = await preview('?redact=none&names=警报&names=alarm');
    expect(listed.redacted).toEqual(['names']);
    expect(listed.names[0]).toMatchObject({ kind: 'names', from: { zh: '警报' }, left: [] });
    expect(JSON.stringify(listed.document)).not.toContain('警报');
    expect(listed.names[1].left).toContain('slug');
    const { body } = await ours.trainer.get(`/scenario-versions/${ours.versionId}/pack/preview?names=x`);
    expect(body.details[0].path).toBe('names.0');
  });

  it('should be a file for saving whose bytes are the same while nothing changes', async () => {
    const answer = await ours.trainer.get(`/scenario-versions/${ours.versionId}/pack`);
    expect(answer.headers['content-type']).toBe('application/zip');
    expect(answer.headers['content-disposition']).toContain('first-alarm-v1.zip');
    expect((await exported(ours)).equals(await exported(ours))).toBe(true);
  });

  it('when a replaced name makes a text too long it should refuse and say where', async () => {
    await ours.app.database.query('ALTER TABLE scenario_version DISABLE TRIGGER scenario_version_unchanged');
    const [draft] = await ours.app.database.query<{ id: string }>(
      `INSERT INTO scenario_version (scenario_id, number, content_hash, status, origin, document, imported_at)
       SELECT scenario_id, 99, 'none', 'retired', 'content',
         jsonb_set(jsonb_set(document, '{organisation,name,en}', '"Yun"'), '{summary,en}', to_jsonb(repeat('Yun ', 99))),
         imported_at FROM scenario_version WHERE id = $1 RETURNING id`,
      [ours.versionId],
    );
    const { status, body } = await ours.trainer.get(`/scenario-versions/${draft!.id}/pack`);
    expect([status, body.code, body.details[0].path]).toEqual([
      409,
      'scenario_pack.redaction_breaks',
      'summary.en',
    ]);
  });

  it('should be signed with one key per installation, also when two ask at once, and never tell its secret', async () => {
    const fresh = await company('新公司');
    try {
      const packs = await Promise.all([exported(fresh), exported(fresh), exported(fresh)]);
      const keys = packs.map((pack) => /"publicKey":"([^"]+)"/.exec(pack.toString('latin1'))![1]);
      expect(new Set(keys).size).toBe(1);
      const [row] = await fresh.app.database.query<{ private_key: string }>(
        'SELECT private_key FROM pack_key',
      );
      const secret = Buffer.from(row!.private_key, 'base64').subarray(-32);
      const { body } = await fresh.trainer.get('/signers');
      expect(body.items).toEqual([
        expect.objectContaining({ name: '新公司', own: true, trusted: true, packs: 0 }),
      ]);
      for (const text of [JSON.stringify(body), ...packs.map((pack) => pack.toString('latin1'))])
        for (const form of ['base64', 'base64url', 'hex', 'latin1'] as const)
          expect(text).not.toContain(secret.toString(form));
    } finally {
      await fresh.app.stop();
    }
  });
});
