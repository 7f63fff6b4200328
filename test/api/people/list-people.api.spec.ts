import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';

describe('GET /people', () => {
  let app: TestApp;
  let hr: TestClient;
  let trainer: TestClient;
  let scoped: TestClient;
  let zhang: TestPerson;
  let night: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    hr = (
      await app.signedIn({
        name: '周映雪',
        roles: ['employee', 'hr'],
        department: '人力资源部',
        tier: 'manager',
      })
    ).client;
    trainer = (
      await app.signedIn({ name: '顾南星', roles: ['trainer'], department: '公共事务部', tier: 'manager' })
    ).client;
    scoped = (
      await app.signedIn({
        name: '𬱖宁',
        roles: ['hr'],
        department: '客服中心',
        scope: '客服中心',
        tier: 'manager',
      })
    ).client;
    const add = async (body: object) => (await hr.post('/people', body)).body as TestPerson;
    const online = await app.department('客服中心/在线组');
    zhang = await add({
      employeeNo: 'K1',
      name: '张伟',
      departmentId: online,
      tier: 'frontline',
      email: 'wei.zhang@example.com',
      phone: '13812341234',
      hireDate: '2024-05-01',
    });
    night = await add({
      employeeNo: 'K2_9',
      name: '刘䶮',
      englishName: 'Liu Yan',
      departmentId: online,
      tier: 'frontline',
      managerId: zhang.id,
      hireDate: '2020-01-01',
    });
    await add({
      employeeNo: 'K3',
      name: '安以轩',
      departmentId: await app.department('安全部'),
      tier: 'executive',
      status: 'left',
    });
    await add({
      employeeNo: 'K4',
      name: 'Łukasz 100% Nowak',
      departmentId: await app.department('安全部'),
      tier: 'frontline',
    });
  });
  afterAll(() => app.stop());

  const names = async (query: string, client = hr): Promise<string[]> => {
    const { status, body } = await client.get(`/people?${query}`);
    expect(status).toBe(200);
    expect(body.total).toBe(body.items.length);
    return body.items.map((person: { name: string }) => person.name);
  };

  it('when nobody is signed in it should ask to sign in, and refuse an employee', async () => {
    expect((await app.client().get('/people')).status).toBe(401);
    expect((await (await app.signedIn({ department: '旁听' })).client.get('/people')).status).toBe(403);
  });

  it('when a filter or sort is unknown it should say which', async () => {
    const { status, body } = await hr.get('/people?sort=password&tier=boss');
    expect(status).toBe(400);
    expect(body.details.map((detail: { path: string }) => detail.path.split('.')[0]).sort()).toEqual([
      'sort',
      'tier',
    ]);
  });

  it('when sorted by name it should go by pinyin, Latin names last, both ways', async () => {
    const all = ['安以轩', '顾南星', '刘䶮', '张伟', '周映雪', 'Łukasz 100% Nowak'];
    const { body } = await hr.get('/people?perPage=100');
    const listed = body.items
      .map((person: { name: string }) => person.name)
      .filter((name: string) => all.includes(name));
    expect(listed).toEqual(all);
    const reverse = (await hr.get('/people?perPage=100&order=desc')).body.items.map(
      (person: { name: string }) => person.name,
    );
    expect(reverse.filter((name: string) => all.includes(name))).toEqual([...all].reverse());
  });

  it.each([
    ['q=zw', ['张伟']],
    ['q=ZW', ['张伟']],
    ['q=wei.zhang@', ['张伟']],
    ['q=k2_', ['刘䶮']],
    ['q=_', ['刘䶮']],
    ['q=%25', ['Łukasz 100% Nowak']],
    ['q=liu yan', ['刘䶮']],
    ['q=䶮', ['刘䶮']],
    ['q=ln', ['Łukasz 100% Nowak']],
    ["q=';--", []],
    ['tier=executive', ['安以轩']],
    ['tier=executive&tier=manager&q=南星', ['顾南星']],
    ['status=left', ['安以轩']],
    ['role=trainer', ['顾南星']],
  ])('when asked for %s it should find %j', async (query, found) => {
    expect(await names(encodeURI(query).replace('%2525', '%25'))).toEqual(found);
  });

  it('when filtered by department, manager or ids it should answer those, sub-trees included', async () => {
    const centre = await app.department('客服中心');
    expect(await names(`departmentId=${centre}&sort=employeeNo`)).toEqual(['张伟', '刘䶮', '𬱖宁']);
    expect(await names(`managerId=${zhang.id}`)).toEqual(['刘䶮']);
    expect(await names(`id=${zhang.id}&id=${night.id}`)).toEqual(['刘䶮', '张伟']);
  });

  it('when sorted by hire date it should put unknown dates last both ways', async () => {
    const { body } = await hr.get('/people?sort=hireDate&perPage=100');
    expect(body.items.slice(0, 2).map((person: { name: string }) => person.name)).toEqual(['刘䶮', '张伟']);
    const desc = await hr.get('/people?sort=hireDate&order=desc&perPage=2');
    expect(desc.body.items.map((person: { name: string }) => person.name)).toEqual(['张伟', '刘䶮']);
    expect(desc.body.total).toBe(body.total);
  });

  it('when the caller is limited to a sub-tree it should neither list, count, search nor open others', async () => {
    expect(await names('sort=employeeNo', scoped)).toEqual(['张伟', '刘䶮', '𬱖宁']);
    expect(await names('q=K', scoped)).toEqual(['刘䶮', '张伟']);
    expect(await names(`departmentId=${await app.department('安全部')}`, scoped)).toEqual([]);
    const other = await app.person({ department: '安全部' });
    const foreign = await scoped.get(`/people/${other.id}`);
    const missing = await scoped.get('/people/00000000-0000-7000-8000-000000000000');
    expect(foreign.status).toBe(404);
    expect(foreign.body).toEqual(missing.body);
  });

  it('when the caller may not write people it should mask phone numbers', async () => {
    expect((await trainer.get(`/people/${zhang.id}`)).body.phone).toBe('138****1234');
    expect((await trainer.get('/people?q=zw')).body.items[0].phone).toBe('138****1234');
    expect((await hr.get(`/people/${zhang.id}`)).body.phone).toBe('13812341234');
  });

  it('when a way in is open, expired, temporary or own it should say so and filter by it', async () => {
    const state = async (id: string) => (await hr.get(`/people/${id}`)).body.signInState;
    expect(await state(zhang.id)).toBe('never');
    await hr.post('/people/credentials', { kind: 'link', personIds: [zhang.id] });
    expect(await state(zhang.id)).toBe('invited');
    await hr.post('/people/credentials', { kind: 'password', personIds: [night.id] });
    expect(await state(night.id)).toBe('temporary');
    expect(await names('signInState=invited')).toEqual(['张伟']);
    expect(await names('signInState=temporary')).toEqual(['刘䶮']);
    expect(await names('signInState=own&role=trainer')).toEqual(['顾南星']);
    app.clock.advance({ days: 15 });
    await app.database.query('UPDATE session SET last_seen_at = $1', [app.clock.now()]);
    expect([await state(zhang.id), await state(night.id)]).toEqual(['never', 'never']);
  });
});
