import { TestApp } from '../../support/test-app.js';

describe('Asking for a correction of one’s own data', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await TestApp.start()));
  afterAll(() => app.stop());
  const body = { text: '部门应为在线客服组' };

  it('without a session it should answer 401, and 400 without words', async () => {
    await app.client().post('/me/corrections', body).expect(401);
    const { client } = await app.signedIn();
    await client.post('/me/corrections', { text: '  ' }).expect(400);
  });

  it('should reach the nearest HR, administrators where there is none, and be noted without its words', async () => {
    const admin = await app.signedIn({ roles: ['admin'], name: '管理员甲' });
    const { person, client } = await app.signedIn({ name: '林小满', department: '华东/客服' });
    const asked = async () => (await client.post('/me/corrections', body).expect(201)).body.recipients;
    expect(await asked()).toEqual(['管理员甲']);
    await app.person({ roles: ['hr'], name: '总部人事' });
    expect(await asked()).toEqual(['总部人事']);
    await app.person({ roles: ['hr'], name: '华南人事', scope: '华南' });
    const near = await app.signedIn({ roles: ['hr'], name: '华东人事', scope: '华东' });
    expect(await asked()).toEqual(['华东人事']);

    const { body: inbox } = await near.client.get('/learn/inbox').expect(200);
    expect(inbox.items).toMatchObject([
      {
        kind: 'correction',
        title: { zh: '林小满申请更正个人信息' },
        link: `/admin/people?person=${person.id}`,
      },
    ]);
    expect(inbox.items[0].body.zh).toContain(body.text);
    const trail = await app.database.query<{ entry: string }>(
      `SELECT e::text AS entry FROM audit_entry e WHERE action = 'askCorrection' AND actor_id = $1`,
      [person.id],
    );
    expect(trail).toHaveLength(3);
    expect(trail.map(({ entry }) => entry).join()).not.toContain('客服');
    expect((await admin.client.get('/learn/inbox')).body.total).toBe(1);
  });

  it('should be possible a few times in a row, and then after a pause', async () => {
    const { client } = await app.signedIn();
    for (let n = 0; n < 5; n++) await client.post('/me/corrections', body).expect(201);
    const refused = await client.post('/me/corrections', body);
    expect({ status: refused.status, code: refused.body.code }).toEqual({
      status: 429,
      code: 'personal_data.too_often',
    });
  });
});
