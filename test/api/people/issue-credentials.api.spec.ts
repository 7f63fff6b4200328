import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';

interface Item {
  personId: string;
  name: string;
  departmentPath: string;
  secret: string;
}

describe('POST /people/credentials', () => {
  let app: TestApp;
  let hr: TestClient;
  let self: TestPerson;
  let admin: TestClient;
  let scoped: TestClient;

  beforeAll(async () => {
    app = await TestApp.start();
    ({ person: self, client: hr } = await app.signedIn({
      roles: ['employee', 'hr'],
      department: '人力资源部',
    }));
    admin = (await app.signedIn({ roles: ['admin'], department: '技术部' })).client;
    scoped = (await app.signedIn({ roles: ['hr'], department: '客服中心', scope: '客服中心' })).client;
  });
  afterAll(() => app.stop());

  const issue = (client: TestClient, body: object) => client.post('/people/credentials', body);
  const tokenOf = (item: Item) => item.secret.split('/').at(-1)!;

  it('when the caller may not write people it should refuse', async () => {
    const body = { kind: 'link', allNeverSignedIn: true };
    expect((await issue(app.client(), body)).status).toBe(401);
    expect((await issue((await app.signedIn({ roles: ['trainer'] })).client, body)).status).toBe(403);
  });

  it('when it is not clear who is meant it should say so', async () => {
    const person = await app.person();
    for (const body of [
      { kind: 'link' },
      { kind: 'link', allNeverSignedIn: true, personIds: [person.id] },
      { kind: 'sms', personIds: [person.id] },
    ])
      expect((await issue(hr, body)).status).toBe(400);
  });

  it('when people are named it should answer links that work once, and never again', async () => {
    const person = await app.person({ name: '刘䶮', department: '客服中心/在线组' });
    const { status, body, headers } = await issue(hr, { kind: 'link', personIds: [person.id] });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.items).toEqual([
      {
        personId: person.id,
        employeeNo: person.employeeNo,
        name: '刘䶮',
        email: `${person.employeeNo.toLowerCase()}@example.com`,
        departmentPath: '客服中心/在线组',
        secret: expect.stringMatching(/^http:\/\/localhost:3000\/enter\/[\w-]{32}$/),
      },
    ]);
    const token = tokenOf(body.items[0]);
    expect((await app.client().post('/auth/redeem-link', { token })).body).toMatchObject({
      name: '刘䶮',
      mustChangePassword: true,
    });
    expect((await app.client().post('/auth/redeem-link', { token })).status).toBe(401);
  });

  it('when a link is issued anew the old one should stop working', async () => {
    const person = await app.person();
    const first = (await issue(hr, { kind: 'link', personIds: [person.id] })).body.items[0];
    await issue(hr, { kind: 'link', personIds: [person.id] });
    expect((await app.client().post('/auth/redeem-link', { token: tokenOf(first) })).status).toBe(401);
  });

  it('when passwords are asked for it should answer ones to be changed at first sign-in, and end what was open', async () => {
    const { person, client } = await app.signedIn();
    const { body } = await issue(hr, { kind: 'password', personIds: [person.id] });
    expect(body.items[0].secret).toMatch(/^([a-z2-9]{4}-){2}[a-z2-9]{4}$/);
    expect((await client.get('/me')).status).toBe(401);
    const entered = await app
      .client()
      .post('/auth/sign-in', { login: person.employeeNo, password: body.items[0].secret });
    expect(entered.body.mustChangePassword).toBe(true);
  });

  it('when a department is named it should reach its sub-tree, only active people who have never signed in', async () => {
    const fresh = [
      await app.person({ department: '安全部', name: '丁' }),
      await app.person({ department: '安全部/一组', name: '安' }),
    ];
    await app.person({ department: '安全部', status: 'left' });
    const seen = await app.person({ department: '安全部' });
    await app.database.query('UPDATE person SET last_sign_in_at = $2 WHERE id = $1', [
      seen.id,
      app.clock.now(),
    ]);
    const { body } = await issue(hr, { kind: 'link', departmentId: await app.department('安全部') });
    expect(body.items.map((item: Item) => item.personId)).toEqual(fresh.map((person) => person.id));
    const empty = await issue(hr, { kind: 'link', departmentId: await app.department('空部门') });
    expect(empty.body).toMatchObject({ statusCode: 409, code: 'person.no_credentials_made' });
  });

  it('when everybody new is meant it should leave out the caller and people with rights beyond the caller', async () => {
    const boss = await app.person({ roles: ['admin'], department: '技术部' });
    const plain = await app.person({ department: '技术部' });
    const ids = (await issue(hr, { kind: 'link', allNeverSignedIn: true })).body.items.map(
      (item: Item) => item.personId,
    );
    expect(ids).toContain(plain.id);
    expect(ids).not.toContain(boss.id);
    expect(ids).not.toContain(self.id);
    expect((await issue(admin, { kind: 'link', personIds: [boss.id] })).status).toBe(200);
  });

  it('when the caller, or somebody with rights beyond the caller, is named it should refuse all and say whom', async () => {
    const plain = await app.person();
    const trainer = await app.person({ roles: ['employee', 'trainer'] });
    const boss = await app.person({ roles: ['admin'] });
    const { status, body } = await issue(hr, {
      kind: 'link',
      personIds: [plain.id, self.id, trainer.id, boss.id],
    });
    expect([status, body.code]).toEqual([403, 'person.role_not_yours']);
    expect(body.details.map((detail: { path: string }) => detail.path)).toEqual([
      'personIds.1',
      'personIds.2',
      'personIds.3',
    ]);
    expect((await hr.get(`/people/${plain.id}`)).body.signInState).toBe('never');
  });

  it('when HR is limited it should not reach people outside, nor anybody in it whose reach is wider', async () => {
    const outside = await app.person({ department: '安全部' });
    expect((await issue(scoped, { kind: 'link', personIds: [outside.id] })).body.code).toBe(
      'person.not_found',
    );
    const wide = await app.person({ roles: ['hr'], department: '客服中心' });
    const narrow = await app.person({ roles: ['hr'], department: '客服中心', scope: '客服中心/在线组' });
    expect((await issue(scoped, { kind: 'link', personIds: [wide.id] })).body.code).toBe(
      'person.role_not_yours',
    );
    expect((await issue(scoped, { kind: 'link', personIds: [narrow.id] })).status).toBe(200);
    const all = await issue(scoped, { kind: 'link', allNeverSignedIn: true });
    expect(all.body.items.every((item: Item) => item.departmentPath.startsWith('客服中心'))).toBe(true);
  });

  it('when 200 passwords are asked for it should make them all and answer others meanwhile', async () => {
    for (let i = 0; i < 200; i++) await app.person({ department: '新人营' });
    const departmentId = await app.department('新人营');
    let isDone = false;
    const batch = issue(hr, { kind: 'password', departmentId }).then((answer) => {
      isDone = true;
      return answer;
    });
    for (let i = 0; i < 5; i++) await hr.get('/me');
    expect(isDone).toBe(false);
    const answer = await batch;
    expect(answer.body.items).toHaveLength(200);
    expect(new Set(answer.body.items.map((item: Item) => item.secret)).size).toBe(200);
  }, 120_000);
});
