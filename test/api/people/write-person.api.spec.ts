import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';

describe('writing people', () => {
  let app: TestApp;
  let admin: TestPerson;
  let grantor: TestClient;
  let hr: TestClient;
  let scoped: TestClient;
  let online: string;
  let elsewhere: string;
  let numbers = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    ({ person: admin, client: grantor } = await app.signedIn({
      roles: ['employee', 'admin'],
      department: '技术部',
    }));
    hr = (await app.signedIn({ roles: ['employee', 'hr'], department: '人力资源部' })).client;
    scoped = (await app.signedIn({ roles: ['hr'], department: '客服中心', scope: '客服中心' })).client;
    online = await app.department('客服中心/在线组');
    elsewhere = await app.department('安全部');
  });
  afterAll(() => app.stop());

  const minimal = (more: object = {}) => ({
    employeeNo: `N${++numbers}`,
    name: '新人',
    departmentId: online,
    tier: 'frontline',
    ...more,
  });
  const add = async (more: object = {}): Promise<TestPerson> =>
    (await hr.post('/people', minimal(more))).body;

  describe('POST /people', () => {
    it('when the caller may not write it should refuse', async () => {
      expect((await app.client().post('/people', minimal())).status).toBe(401);
      expect(
        (await (await app.signedIn({ roles: ['trainer'] })).client.post('/people', minimal())).status,
      ).toBe(403);
    });

    it('when fields are missing, wrong or unknown it should name them', async () => {
      const { status, body } = await hr.post('/people', {
        name: ' ',
        email: 'nobody',
        tier: 'boss',
        employeeNo: 'a@b.c',
        passwordHash: 'x',
      });
      expect(status).toBe(400);
      const paths = body.details.map((detail: { path: string }) => detail.path);
      expect(paths).toEqual(expect.arrayContaining(['employeeNo', 'name', 'email', 'tier', 'departmentId']));
      expect((await hr.post('/people', minimal({ createdAt: '2020-01-01T00:00:00Z' }))).status).toBe(400);
      expect((await hr.post('/people', minimal({ timeZone: 'Mars/Olympus' }))).body.details[0].path).toBe(
        'timeZone',
      );
    });

    it('when it is right it should add an active employee who cannot sign in yet, and work out assignments', async () => {
      await app.drainJobs();
      const { status, body } = await hr.post(
        '/people',
        minimal({ name: ' 宋𫖯 ', englishName: '', timeZone: 'Asia/Shanghai' }),
      );
      expect(status).toBe(201);
      expect(body).toMatchObject({
        name: '宋𫖯',
        englishName: null,
        department: { id: online, path: '客服中心/在线组' },
        roles: ['employee'],
        status: 'active',
        locale: 'zh-CN',
        signInState: 'never',
        createdAt: app.clock.now().toISOString(),
      });
      expect((await hr.get('/people?q=sf')).body.total).toBe(1);
      expect(await app.drainJobs()).toBe(1);
    });

    it('when number or e-mail is taken it should say which, whatever the case of the e-mail', async () => {
      const one = minimal({ email: 'Taken@example.com' });
      await hr.post('/people', one);
      const number = await hr.post('/people', minimal({ employeeNo: one.employeeNo }));
      expect(number.body).toMatchObject({
        statusCode: 409,
        code: 'person.employee_no_taken',
        details: [{ path: 'employeeNo' }],
      });
      const email = await hr.post('/people', minimal({ email: 'taken@EXAMPLE.com' }));
      expect(email.body).toMatchObject({
        statusCode: 409,
        code: 'person.email_taken',
        details: [{ path: 'email' }],
      });
    });

    it('when department or manager is missing or lies outside the scope it should look the same', async () => {
      const nowhere = '00000000-0000-7000-8000-000000000000';
      const missing = await scoped.post('/people', minimal({ departmentId: nowhere }));
      const foreign = await scoped.post('/people', minimal({ departmentId: elsewhere }));
      expect(foreign.status).toBe(404);
      expect(foreign.body).toEqual(missing.body);
      const unknown = await scoped.post('/people', minimal({ managerId: nowhere }));
      expect(unknown.body).toMatchObject({ statusCode: 400, code: 'person.manager_unknown' });
      expect((await scoped.post('/people', minimal({ managerId: admin.id }))).body).toEqual(unknown.body);
    });

    it('when roles are given by somebody who may not grant them it should refuse', async () => {
      const { status, body } = await hr.post(
        '/people',
        minimal({ roles: ['employee', 'admin'], scopeDepartmentId: online }),
      );
      expect([status, body.code]).toEqual([403, 'person.role_not_yours']);
      expect(body.details.map((detail: { path: string }) => detail.path)).toEqual([
        'roles',
        'scopeDepartmentId',
      ]);
      expect((await hr.post('/people', minimal({ roles: ['employee'] }))).status).toBe(201);
      expect(
        (await grantor.post('/people', minimal({ roles: ['trainer'], scopeDepartmentId: online }))).status,
      ).toBe(201);
    });
  });

  describe('PATCH /people/:id', () => {
    it('when fields are absent it should leave them, when they are null it should clear them', async () => {
      const person = await add({ position: '客服', phone: '13800000000' });
      const { status, body } = await hr.patch(`/people/${person.id}`, { phone: null, name: '王丽' });
      expect(status).toBe(200);
      expect(body).toMatchObject({ name: '王丽', phone: null, position: '客服' });
      expect((await hr.get('/people?q=wl')).body.items[0].id).toBe(person.id);
    });

    it('when nothing differs it should leave the time of the last change alone', async () => {
      const person = await add({ position: '客服' });
      app.clock.advance({ seconds: 5 });
      const { body } = await hr.patch(`/people/${person.id}`, { position: '客服', roles: ['employee'] });
      expect(body.updatedAt).toBe(body.createdAt);
    });

    it('when somebody would report to themselves, directly or through others, it should refuse', async () => {
      const [top, middle, low] = [await add(), await add(), await add()];
      const manage = (person: TestPerson, manager: TestPerson) =>
        hr.patch(`/people/${person.id}`, { managerId: manager.id });
      expect((await manage(middle, top)).status).toBe(200);
      expect((await manage(low, middle)).status).toBe(200);
      expect((await manage(top, low)).body).toMatchObject({ statusCode: 400, code: 'person.manager_cycle' });
      expect((await manage(top, top)).body.code).toBe('person.manager_cycle');
    });

    it('when HR is limited it should neither find people outside nor move anybody out', async () => {
      const inside = await add();
      const outside = await add({ departmentId: elsewhere });
      expect((await scoped.patch(`/people/${outside.id}`, { name: 'x' })).body.code).toBe('person.not_found');
      expect((await scoped.patch(`/people/${inside.id}`, { departmentId: elsewhere })).body.code).toBe(
        'department.not_found',
      );
      expect(
        (await scoped.patch(`/people/${inside.id}`, { departmentId: await app.department('客服中心') }))
          .status,
      ).toBe(200);
      await hr.patch(`/people/${inside.id}`, { managerId: outside.id });
      expect(
        (await scoped.patch(`/people/${inside.id}`, { managerId: outside.id, position: '组长' })).status,
      ).toBe(200);
    });

    it('when roles change only an unlimited administrator should do it, and it counts from the next request', async () => {
      const { person, client } = await app.signedIn({ department: '客服中心' });
      expect((await hr.patch(`/people/${person.id}`, { roles: ['employee', 'hr'] })).body.code).toBe(
        'person.role_not_yours',
      );
      expect((await client.get('/people')).status).toBe(403);
      expect(
        (await grantor.patch(`/people/${person.id}`, { roles: ['employee', 'hr', 'hr'] })).body.roles,
      ).toEqual(['employee', 'hr']);
      expect((await client.get('/people')).status).toBe(200);
      const limited = (await app.signedIn({ roles: ['admin'], department: '客服中心', scope: '客服中心' }))
        .client;
      const widened = await limited.patch(`/people/${person.id}`, { scopeDepartmentId: online });
      expect(widened.body.code).toBe('person.role_not_yours');
      await app.database.query(`UPDATE person SET roles = '{employee}' WHERE roles = '{admin}'`);
    });

    it('when somebody is the last active administrator they should keep role and status', async () => {
      for (const body of [{ roles: ['employee'] }, { status: 'left' }])
        expect((await grantor.patch(`/people/${admin.id}`, body)).body).toMatchObject({
          statusCode: 409,
          code: 'person.last_admin',
        });
      const second = await grantor.post('/people', minimal({ roles: ['admin'] }));
      expect((await grantor.patch(`/people/${second.body.id}`, { status: 'left' })).status).toBe(200);
      expect((await grantor.patch(`/people/${admin.id}`, { status: 'left' })).body.code).toBe(
        'person.last_admin',
      );
    });

    it('when somebody leaves they should lose sessions, password and open links at once', async () => {
      const { person, client } = await app.signedIn({ department: '客服中心' });
      const link = await hr.post('/people/credentials', { kind: 'link', personIds: [person.id] });
      expect((await client.get('/me')).status).toBe(200);
      expect((await hr.patch(`/people/${person.id}`, { status: 'left' })).body).toMatchObject({
        status: 'left',
        signInState: 'never',
      });
      expect((await client.get('/me')).status).toBe(401);
      const token = link.body.items[0].secret.split('/').at(-1);
      expect((await app.client().post('/auth/redeem-link', { token })).status).toBe(401);
      await hr.patch(`/people/${person.id}`, { status: 'active' });
      expect((await client.get('/me')).status).toBe(401);
      expect((await app.client().post('/auth/redeem-link', { token })).status).toBe(401);
    });

    it('when anything that rules ask about changes it should work out assignments anew, else not', async () => {
      const person = await add();
      await app.drainJobs();
      await hr.patch(`/people/${person.id}`, { location: '上海' });
      expect(await app.drainJobs()).toBe(0);
      for (const body of [
        { tier: 'manager' },
        { departmentId: elsewhere },
        { position: '组长' },
        { hireDate: '2025-01-01' },
        { tags: ['Night'] },
        { status: 'left' },
      ]) {
        await hr.patch(`/people/${person.id}`, body);
        expect(await app.drainJobs()).toBe(1);
      }
    });

    it('when two changes would together close a cycle of managers one of them should be refused', async () => {
      const [a, b] = [await add(), await add()];
      const answers = await Promise.all([
        hr.patch(`/people/${a.id}`, { managerId: b.id }),
        hr.patch(`/people/${b.id}`, { managerId: a.id }),
      ]);
      expect(answers.map(({ status }) => String(status)).sort()).toEqual(['200', '400']);
    });
  });

  describe('POST /people/:id/sign-out', () => {
    it('when HR asks it should end all sessions of people in their scope', async () => {
      const { person, client } = await app.signedIn({ department: '安全部' });
      expect((await client.post(`/people/${person.id}/sign-out`)).status).toBe(403);
      expect((await scoped.post(`/people/${person.id}/sign-out`)).status).toBe(404);
      expect((await client.get('/me')).status).toBe(200);
      expect((await hr.post(`/people/${person.id}/sign-out`)).status).toBe(204);
      expect((await client.get('/me')).status).toBe(401);
    });
  });
});
