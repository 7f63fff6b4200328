import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';

interface Entry {
  at: string;
  actor: { id: string; name: string } | null;
  action: string;
  kind: string;
  person: { id: string; name: string } | null;
  subject: string | null;
  subjectId: string | null;
  subjectName: { zh: string; en: string } | null;
  changes: { field: string; before: unknown; after: unknown; hidden: boolean }[];
}

describe('GET /audit', () => {
  let app: TestApp;
  let admin: TestPerson;
  let client: TestClient;
  let lin: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    ({ person: admin, client } = await app.signedIn({ name: '管理员甲', roles: ['employee', 'admin'] }));
    lin = await app.person({ name: '林一', department: '总部/客服' });
  });
  afterAll(() => app.stop());

  const trail = async (query = '', as: TestClient = client): Promise<Entry[]> => {
    const { status, body } = await as.get(`/audit?perPage=200&order=desc${query}`);
    expect(status).toBe(200);
    return (body as { items: Entry[] }).items;
  };

  it('without a session it should answer 401, and 403 for somebody who may not read it', async () => {
    expect((await app.client().get('/audit')).status).toBe(401);
    const { client: employee } = await app.signedIn();
    expect((await employee.get('/audit')).status).toBe(403);
  });

  it('when a person is changed it should say who changed what, and nothing personal', async () => {
    await client
      .patch(`/people/${lin.id}`, { position: '值班经理', name: '林一一', phone: '13800000000' })
      .expect(200);
    const [entry] = await trail(`&personId=${lin.id}`);
    expect(entry).toMatchObject({
      actor: { id: admin.id, name: '管理员甲' },
      action: 'updatePerson',
      kind: 'people',
      person: { id: lin.id, name: '林一一' },
      subject: 'person',
    });
    expect(entry!.changes).toEqual([
      { field: 'name', before: null, after: null, hidden: true },
      { field: 'phone', before: null, after: null, hidden: true },
      { field: 'position', before: null, after: '值班经理', hidden: false },
    ]);
    const [row] = await app.database.query<{ text: string }>(
      `SELECT string_agg(e::text, ' ') AS text FROM audit_entry e`,
    );
    expect(row!.text).not.toMatch(/林一|13800000000/);
  });

  it('when somebody changes their own language it should be theirs, not the doing of the product', async () => {
    const { person, client: own } = await app.signedIn();
    await own.patch('/me', { locale: 'en' }).expect(200);
    const [entry, ...others] = await trail(`&personId=${person.id}&kind=people`);
    expect(others.filter(({ action }) => action === 'change')).toEqual([]);
    expect(entry).toMatchObject({
      actor: { id: person.id },
      action: 'updateMe',
      changes: [{ field: 'locale', before: 'zh-CN', after: 'en' }],
    });
  });

  it('should find people by name or number for those who read the trail, within their departments', async () => {
    await app.client().get('/audit/people').expect(401);
    await (await app.signedIn({ roles: ['trainer'] })).client.get('/audit/people').expect(403);
    const { client: auditor } = await app.signedIn({ roles: ['auditor'] });
    const wang = await app.person({ name: '王百合', department: '华东/客服', status: 'left' });
    const asked = async (query: string, as = auditor) =>
      (await as.get(`/audit/people?${query}`).expect(200)).body as { items: { id: string }[]; total: number };
    const only = { items: [{ id: wang.id, name: '王百合', employeeNo: wang.employeeNo }], total: 1 };
    expect(await asked(`q=${encodeURIComponent('百合')}`)).toEqual(only);
    expect(await asked(`q=${wang.employeeNo.toLowerCase()}`)).toEqual(only);
    expect(await asked(`id=${wang.id}`)).toEqual(only);
    expect((await asked('q=%25')).total).toBe(0);
    await app.person({ name: '别处的人', department: '华南' });
    const { client: limited } = await app.signedIn({ roles: ['hr'], scope: '华南' });
    expect((await asked(`id=${wang.id}`, limited)).total).toBe(0);
  });

  it('when nothing changes it should still say that it was asked', async () => {
    await client.patch(`/people/${lin.id}`, { position: '值班经理' }).expect(200);
    const entries = (await trail(`&personId=${lin.id}`)).filter(({ action }) => action === 'updatePerson');
    expect(entries.map(({ changes }) => changes.length)).toEqual([0, 3]);
  });

  it('when a change is refused it should leave nothing', async () => {
    const before = (await trail()).length;
    await client.patch(`/people/${lin.id}`, { departmentId: '00000000-0000-7000-8000-000000000000' });
    expect((await trail()).length).toBe(before);
  });

  it('when the change is rolled back its entry should be gone with it', async () => {
    const count = () => app.database.query<{ n: number }>('SELECT count(*) AS n FROM audit_entry');
    const [before] = await count();
    await expect(
      app.database.transaction(async (tx) => {
        await tx.query(`UPDATE person SET tags = '{x}' WHERE id = $1`, [lin.id]);
        const [inside] = await tx.query<{ n: number }>('SELECT count(*) AS n FROM audit_entry');
        expect(inside!.n).toBe(before!.n + 1);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect((await count())[0]!.n).toBe(before!.n);
  });

  it.each([
    ['roles', { roles: ['employee', 'trainer'] }, ['employee'], ['employee', 'trainer']],
    ['tier', { tier: 'manager' }, 'frontline', 'manager'],
  ])('when the %s of a person changes it should show both', async (field, body, before, after) => {
    await client.patch(`/people/${lin.id}`, body).expect(200);
    const [entry] = await trail(`&personId=${lin.id}`);
    expect(entry!.changes).toContainEqual({ field, before, after, hidden: false });
  });

  it('when settings, departments and rules change it should name them', async () => {
    await client.patch('/organisation', { name: '新名字' }).expect(200);
    expect((await trail('&kind=settings'))[0]).toMatchObject({
      action: 'updateOrganisation',
      changes: [{ field: 'name', before: 'Readyroom', after: '新名字', hidden: false }],
    });
    await client.post('/departments', { name: '新部门', parentId: null }).expect(201);
    expect((await trail('&kind=departments'))[0]).toMatchObject({
      action: 'createDepartment',
      subjectName: { zh: '新部门', en: '新部门' },
    });
  });

  it('when somebody looks at results it should be there once an hour and subject', async () => {
    const { person, client: hr } = await app.signedIn({ name: '人事乙', roles: ['employee', 'hr'] });
    for (let i = 0; i < 3; i++) await hr.get(`/people/${lin.id}`).expect(200);
    await hr.get(`/people/${admin.id}`).expect(200);
    const seen = await trail(`&kind=results&actorId=${person.id}`);
    expect(seen.map((entry) => [entry.action, entry.person!.id])).toEqual([
      ['getPerson', admin.id],
      ['getPerson', lin.id],
    ]);
  });

  it('when somebody is refused they have seen nothing', async () => {
    const { person, client: hr } = await app.signedIn({ roles: ['employee', 'hr'], scope: '总部/财务' });
    await hr.get(`/people/${lin.id}`).expect(404);
    expect(await trail(`&actorId=${person.id}`)).toEqual([]);
  });

  it('when the reader is limited to a sub-tree it should show what concerns its people', async () => {
    const inside = await app.person({ name: '财务丙', department: '总部/财务' });
    await client.patch(`/people/${inside.id}`, { position: '出纳' }).expect(200);
    const { person, client: hr } = await app.signedIn({
      roles: ['employee', 'hr'],
      department: '总部/财务',
      scope: '总部/财务',
    });
    await app.database.query(`UPDATE person SET tags = '{y}' WHERE id = $1`, [person.id]);
    const seen = await trail('', hr);
    expect(seen.length).toBeGreaterThan(0);
    const concerned = new Set(seen.map((entry) => entry.person?.id));
    expect(concerned).toEqual(new Set([inside.id, person.id]));
  });

  it('when days are given it should keep to them, in the time zone of the organisation', async () => {
    // 15:59 UTC is the last minute of the 5th in Shanghai.
    for (const at of ['2026-01-05T15:59:59Z', '2026-01-05T16:00:00Z'])
      await app.database.query(
        `INSERT INTO audit_entry (at, actor_id, action, kind, subject_id) VALUES ($1::timestamptz, $2, 'change', 'settings', $3)`,
        [at, admin.id, at],
      );
    const days = async (query: string) => (await trail(query)).map(({ subjectId }) => subjectId);
    expect(await days('&from=2026-01-05&to=2026-01-05')).toEqual(['2026-01-05T15:59:59Z']);
    expect(await days('&from=2026-01-06&to=2026-01-06')).toEqual(['2026-01-05T16:00:00Z']);
    expect(await days('&to=2026-01-04')).toEqual([]);
  });

  it('when somebody is moved it should name the departments', async () => {
    const to = await app.department('总部/市场');
    const [before] = await app.database.query<{ id: string }>(
      'SELECT department_id AS id FROM person WHERE id = $1',
      [lin.id],
    );
    await client.patch(`/people/${lin.id}`, { departmentId: to }).expect(200);
    const { body } = await client.get(`/audit?personId=${lin.id}&order=desc&perPage=1`);
    expect(body.items[0].names).toEqual({
      [before!.id]: { zh: '客服', en: '客服' },
      [to]: { zh: '市场', en: '市场' },
    });
  });

  it.each([`UPDATE audit_entry SET actor_id = NULL`, `DELETE FROM audit_entry`, `TRUNCATE audit_entry`])(
    'when somebody with the database tries %s it should be refused',
    async (statement) => {
      await expect(app.database.query(statement)).rejects.toThrow('audit_entry is only ever added to');
    },
  );
});
