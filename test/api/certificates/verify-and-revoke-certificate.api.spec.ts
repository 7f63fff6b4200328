import { certificateOf } from '../../support/certificates.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

const NOWHERE = '00000000-0000-7000-8000-000000000000';

describe('certificate codes', () => {
  let app: TestApp;
  let id: string;
  let code: string;
  let hr: TestClient;
  const verify = (typed: string) => app.client().get(`/certificates/verify/${encodeURIComponent(typed)}`);

  beforeAll(async () => {
    app = await TestApp.start();
    hr = (await app.signedIn({ roles: ['hr'] })).client;
    const person = await app.person({ name: '欧阳娜娜', department: '客服中心' });
    ({ id, code } = await certificateOf(app, person.id));
  });
  afterAll(() => app.stop());

  describe('GET /certificates/verify/:code', () => {
    it('when anybody has the code it should answer what is needed to check a paper, and no more', async () => {
      const { status, body } = await verify(code);
      expect(status).toBe(200);
      expect(body).toEqual({
        code,
        valid: true,
        holder: '欧**',
        organisation: 'Readyroom',
        courseTitle: { zh: '危机沟通', en: '危机沟通 (en)' },
        tier: 'frontline',
        issuedAt: '2026-03-02T01:00:00.000Z',
        revokedAt: null,
      });
    });

    it('when it is typed without hyphens or in small letters it should still be found', async () => {
      for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `])
        expect((await verify(typed)).body.code).toBe(code);
    });

    it('when it is unknown or no code at all it should answer the same', async () => {
      const unknown = await verify('2222-2222-2222');
      expect(unknown.status).toBe(404);
      expect(unknown.body.code).toBe('certificate.not_found');
      for (const typed of ['0000-0000-0000', 'x', id, `${code}2`, '\u0000', "' OR 1=1"]) {
        const { status, body } = await verify(typed);
        expect({ typed, status, body }).toEqual({ typed, status: 404, body: unknown.body });
      }
    });

    it('when an address guesses on it should have to pause, hits included, and then may go on', async () => {
      app.clock.advance({ minutes: 16 });
      for (let guess = 0; guess < 30; guess++) {
        expect((await verify('2222-2222-2222')).status).toBe(404);
        if (guess === 15) expect((await verify(code)).status).toBe(200);
      }
      const paused = await verify(code);
      expect([paused.status, paused.body.code, paused.headers['retry-after']]).toEqual([
        429,
        'auth.throttled',
        '60',
      ]);
      app.clock.advance({ seconds: 61 });
      expect((await verify(code)).status).toBe(200);
    });
  });

  describe('POST /certificates/:id/revoke', () => {
    const revoke = (client: TestClient, which = id, reason: string = '考试代答') =>
      client.post(`/certificates/${which}/revoke`, { reason });

    it('when the caller may not revoke it should refuse', async () => {
      expect((await revoke(app.client())).status).toBe(401);
      for (const role of ['employee', 'trainer', 'auditor'] as const)
        expect((await revoke((await app.signedIn({ roles: [role] })).client)).status).toBe(403);
    });

    it('when there is no reason it should ask for one', async () => {
      const { status, body } = await revoke(hr, id, '  ');
      expect([status, body.details[0].path]).toEqual([400, 'reason']);
    });

    it('when it lies outside the scope it should look missing', async () => {
      const { client } = await app.signedIn({ roles: ['hr'], scope: '法务部' });
      const foreign = await revoke(client);
      expect(foreign.status).toBe(404);
      expect(foreign.body).toEqual((await revoke(hr, NOWHERE)).body);
      expect((await verify(code)).body.valid).toBe(true);
    });

    it('when it is revoked everybody should see so, and a second reason changes nothing', async () => {
      app.clock.set('2026-03-05T02:00:00.000Z');
      const { status, body } = await revoke(hr);
      expect(status).toBe(200);
      expect(body).toMatchObject({ id, revokedAt: '2026-03-05T02:00:00.000Z', revokedReason: '考试代答' });
      app.clock.advance({ days: 1 });
      expect((await revoke(hr, id, '另有原因')).body).toEqual(body);
      expect((await verify(code)).body).toMatchObject({
        valid: false,
        revokedAt: '2026-03-05T02:00:00.000Z',
      });
      expect((await verify(code)).body).not.toHaveProperty('revokedReason');
      expect((await hr.get('/certificates?state=revoked')).body.total).toBe(1);
    });
  });
});
