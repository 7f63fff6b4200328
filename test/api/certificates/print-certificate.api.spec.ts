import { certificateOf, download } from '../../support/certificates.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

const NOWHERE = '00000000-0000-7000-8000-000000000000';

describe('GET /certificates/:id/pdf', () => {
  let app: TestApp;
  let holder: TestClient;
  let id: string;
  let code: string;

  beforeAll(async () => {
    app = await TestApp.start();
    const signed = await app.signedIn({ name: '刘䶮', department: '客服中心/在线组' });
    holder = signed.client;
    ({ id, code } = await certificateOf(app, signed.person.id));
  });
  afterAll(() => app.stop());

  it('when nobody is signed in it should ask to sign in', async () => {
    expect((await app.client().get(`/certificates/${id}/pdf`)).status).toBe(401);
  });

  it('when the id or the language is no such thing it should say so', async () => {
    expect((await holder.get('/certificates/1/pdf')).status).toBe(400);
    expect((await holder.get(`/certificates/${id}/pdf?locale=fr`)).body.details[0].path).toBe('locale');
  });

  it('when it is somebody else’s it should look missing to an employee and outside the scope', async () => {
    const missing = await holder.get(`/certificates/${NOWHERE}/pdf`);
    expect(missing.body).toMatchObject({ statusCode: 404, code: 'certificate.not_found' });
    for (const spec of [{}, { roles: ['hr' as const], scope: '法务部' }]) {
      const { client } = await app.signedIn({ department: '客服中心/在线组', ...spec });
      const { status, body } = await client.get(`/certificates/${id}/pdf`);
      expect([status, body]).toEqual([404, missing.body]);
    }
  });

  it('when it is one’s own it should be a PDF in the language asked for', async () => {
    const { status, headers, body } = await download(holder, `/certificates/${id}/pdf?locale=en`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="certificate-${code}.pdf"`,
    });
    const text = (body as Buffer).toString('latin1');
    expect([text.slice(0, 5), text.trimEnd().slice(-5)]).toEqual(['%PDF-', '%%EOF']);
    expect(text).toContain('/Lang (en)');
    expect(((await download(holder, `/certificates/${id}/pdf`)).body as Buffer).toString('latin1')).toContain(
      '/Lang (zh-CN)',
    );
  });

  it('when HR or an auditor has the holder in scope it should be the same document', async () => {
    for (const spec of [{ roles: ['hr' as const], scope: '客服中心' }, { roles: ['auditor' as const] }]) {
      const { client } = await app.signedIn(spec);
      expect((await download(client, `/certificates/${id}/pdf`)).status).toBe(200);
    }
  });
});
