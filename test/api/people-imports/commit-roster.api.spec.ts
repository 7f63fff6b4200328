import fc from 'fast-check';
import type { PeopleImport } from '@readyroom/contract';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';
import { csv, emptyStaff, importRoster, upload } from './support.js';

const row = (more: Record<string, string> = {}) => ({
  employee_no: '1',
  name: '张伟',
  department: '客服中心',
  tier: 'frontline',
  ...more,
});

describe('POST /people-imports/:id/commit', () => {
  let app: TestApp;
  let hr: TestClient;
  let admin: TestPerson;
  let grantor: TestClient;

  beforeAll(async () => {
    app = await TestApp.start();
    hr = (await app.signedIn({ roles: ['hr'], department: '人力资源部' })).client;
    ({ person: admin, client: grantor } = await app.signedIn({
      roles: ['employee', 'admin'],
      department: '技术部',
      name: '何一鸣',
    }));
  });
  afterAll(() => app.stop());
  beforeEach(() => emptyStaff(app));

  const preview = async (rows: Record<string, string>[]): Promise<PeopleImport> =>
    (await upload(hr, csv(rows))).body;
  const commit = (id: string) => hr.post(`/people-imports/${id}/commit`);
  const person = async (employeeNo: string) =>
    (await hr.get('/people?perPage=100')).body.items.find(
      (item: { employeeNo: string }) => item.employeeNo === employeeNo,
    );

  it('should read tags, replace and clear them, and leave those of people whose file has no such column', async () => {
    await importRoster(
      hr,
      csv([row({ tags: '夜班、VIP；夜班' }), row({ employee_no: '2', name: '王芳', tags: '' })]),
    );
    expect((await person('1')).tags).toEqual(['vip', '夜班']);
    const found = async (tag: string) =>
      (await hr.get('/people').query({ tag })).body.items.map((item: { name: string }) => item.name);
    expect(await found('VIP')).toEqual(['张伟']);
    expect(await found('vi')).toEqual([]);
    expect(await preview([row({ tags: 'VIP,夜班' })])).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await preview([row()])).toMatchObject({ unchanged: 1, updated: 0 });
    await importRoster(
      hr,
      csv([row({ tags: '新人' }), row({ employee_no: '2', name: '王芳', tags: 'x'.repeat(60) })]),
    );
    expect((await person('1')).tags).toEqual(['新人']);
    await importRoster(hr, csv([row({ tags: '' })]));
    expect((await person('1')).tags).toEqual([]);
    expect(await preview([row({ tags: 'x'.repeat(61) })])).toMatchObject({
      status: 'blocked',
      errorCount: 1,
    });
  });

  it('when the caller may not import it should refuse', async () => {
    const { id } = await preview([row()]);
    expect((await app.client().post(`/people-imports/${id}/commit`)).status).toBe(401);
    const { client } = await app.signedIn();
    expect((await client.post(`/people-imports/${id}/commit`)).status).toBe(403);
  });

  it('when it is committed twice, also at once, it should count once', async () => {
    const { id } = await preview([row()]);
    const answers = await Promise.all([commit(id), commit(id), commit(id)]);
    expect(answers.map(({ status }) => String(status)).sort()).toEqual(['200', '409', '409']);
    expect((await commit(id)).body).toMatchObject({
      statusCode: 409,
      code: 'people_import.already_committed',
    });
    expect((await hr.get(`/people-imports/${id}`)).body).toMatchObject({
      status: 'committed',
      committedAt: app.clock.now().toISOString(),
    });
  });

  it('when it is committed the uploaded rows should be gone', async () => {
    const { id } = await preview([row()]);
    await commit(id);
    expect(await app.database.query('SELECT FROM people_import_row')).toHaveLength(0);
  });

  it('when people or departments have changed so that it would do something else it should refuse', async () => {
    await importRoster(hr, csv([row(), row({ employee_no: '2' })]));
    const stale = async (change: () => Promise<unknown>, rows: Record<string, string>[]) => {
      const { id } = await preview(rows);
      await change();
      return (await commit(id)).body.code as string | undefined;
    };
    const id = (await person('1')).id;
    expect(await stale(() => hr.patch(`/people/${id}`, { name: '张卫' }), [row({ name: '张玮' })])).toBe(
      'people_import.stale',
    );
    expect(
      await stale(
        () =>
          hr.post('/people', {
            employeeNo: '3',
            name: '王',
            departmentId: admin.departmentId,
            tier: 'manager',
          }),
        [row({ employee_no: '3' })],
      ),
    ).toBe('people_import.stale');
    expect(await stale(() => app.department('新部门'), [row({ department: '新部门' })])).toBe(
      'people_import.stale',
    );
    // What the file does not touch does not matter.
    expect(
      await stale(() => hr.patch(`/people/${id}`, { position: '组长' }), [row({ name: '张玮' })]),
    ).toBeUndefined();
    expect(await person('1')).toMatchObject({ name: '张玮', position: '组长' });
  });

  it('when a column is absent it should leave it, when a cell is empty clear it; roles, language and status stay', async () => {
    const everything = {
      english_name: 'Zhang Wei',
      email: 'z@example.com',
      phone: '13800001111',
      position: '客服',
      hire_date: '2020-02-29',
      location: '杭州',
      time_zone: 'Asia/Shanghai',
      locale: 'en',
      status: 'active',
      manager_no: '2',
    };
    await importRoster(hr, csv([row(everything), row({ employee_no: '2' })]));
    const { id } = await person('1');
    await grantor.patch(`/people/${id}`, { roles: ['employee', 'trainer'] });
    await importRoster(hr, csv([row({ name: '张卫' })]));
    expect(await person('1')).toMatchObject({
      id,
      name: '张卫',
      position: '客服',
      hireDate: '2020-02-29',
      manager: { employeeNo: '2' },
      roles: ['employee', 'trainer'],
    });
    await importRoster(
      hr,
      csv([
        row({
          name: '张卫',
          english_name: '',
          email: '',
          phone: '',
          position: '',
          hire_date: '',
          location: '',
          time_zone: '',
          locale: '',
          status: '',
          manager_no: '',
        }),
      ]),
    );
    expect(await person('1')).toMatchObject({
      englishName: null,
      email: null,
      phone: null,
      position: null,
      hireDate: null,
      location: null,
      timeZone: null,
      manager: null,
      locale: 'en',
      status: 'active',
      roles: ['employee', 'trainer'],
    });
  });

  it('when people are missing from the file they should stay as they are', async () => {
    await importRoster(hr, csv([row(), row({ employee_no: '2' })]));
    const before = await person('2');
    await importRoster(hr, csv([row({ name: '张卫' })]));
    expect(await person('2')).toEqual(before);
  });

  it('when a row marks somebody as left they should lose every way in at once', async () => {
    const leaver = await app.person({ department: '客服中心', name: '冯晓' });
    const client = await app.as(leaver);
    expect((await client.get('/me')).status).toBe(200);
    const gone = row({ employee_no: leaver.employeeNo, name: '冯晓', status: '离职' });
    expect(await preview([gone])).toMatchObject({ updated: 1, leaving: 1 });
    await importRoster(hr, csv([gone]));
    expect((await client.get('/me')).status).toBe(401);
    expect(await app.database.query('SELECT FROM credential WHERE person_id = $1', [leaver.id])).toHaveLength(
      0,
    );
  });

  it('when it would make the last administrator leave it should refuse all of it', async () => {
    const { id } = await preview([
      row({ employee_no: admin.employeeNo, status: 'left', department: '技术部', tier: 'frontline' }),
      row({ status: '' }),
    ]);
    expect((await commit(id)).body).toMatchObject({ statusCode: 409, code: 'person.last_admin' });
    expect(await person('1')).toBeUndefined();
  });

  it('when tier, department or status changes it should have assignments worked out, for those people only', async () => {
    await importRoster(hr, csv([row(), row({ employee_no: '2' }), row({ employee_no: '3' })]));
    await app.drainJobs();
    await importRoster(
      hr,
      csv([row({ tier: 'manager' }), row({ employee_no: '2', name: '新名' }), row({ employee_no: '3' })]),
    );
    const [promised, ...more] = await app.database.query<{ payload: { personIds: string[] } }>(
      'SELECT payload FROM outbox',
    );
    expect(promised!.payload.personIds).toEqual([(await person('1')).id]);
    expect(more).toEqual([]);
  });

  it('when anything fails half-way it should leave nothing behind', async () => {
    const { id } = await preview([row({ department: '全新部门/一组' }), row({ employee_no: '2' })]);
    await app.database.query('ALTER TABLE person ADD CONSTRAINT broken CHECK (employee_no <> $$2$$)');
    expect((await commit(id)).status).toBe(500);
    expect(await person('1')).toBeUndefined();
    expect((await hr.get('/departments')).body.items.map(({ path }: { path: string }) => path)).not.toContain(
      '全新部门',
    );
    await app.database.query('ALTER TABLE person DROP CONSTRAINT broken');
    expect((await commit(id)).status).toBe(200);
  });

  it('when any roster is imported again, or in another order of rows, it should end in the same staff', async () => {
    const number = fc.integer({ min: 1, max: 12 }).map((n) => `P${n}`);
    const entry = fc.record({
      employee_no: number,
      name: fc.constantFrom('张伟', '刘䶮', 'Zoë Larsen', '宋𫖯'),
      department: fc.constantFrom('甲', '甲/乙', '甲/乙/丙', '丁/戊'),
      tier: fc.constantFrom('executive', '中层', 'frontline'),
      email: fc.oneof(
        fc.constant(''),
        fc.integer({ min: 1, max: 40 }).map((n) => `p${n}@example.com`),
      ),
      status: fc.constantFrom('active', '离职', ''),
      locale: fc.constantFrom('', 'en', '中文'),
      boss: fc.option(number, { nil: '' }),
    });
    const file = fc
      .uniqueArray(entry, { selector: (item) => item.employee_no, minLength: 1, maxLength: 12 })
      .map((items) => {
        const present = new Set(items.map((item) => item.employee_no));
        const taken = new Set<string>();
        return items.map(({ boss, email, ...item }) => {
          const free = email !== '' && !taken.has(email);
          taken.add(email);
          // Whoever has the smaller number is the manager: no rings.
          const above = present.has(boss) && Number(boss.slice(1)) < Number(item.employee_no.slice(1));
          return { ...item, email: free ? email : '', manager_no: above ? boss : '' };
        });
      });
    const shuffled = file.chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        other: fc.shuffledSubarray(rows, { minLength: rows.length }),
        first: file,
      }),
    );
    const staff = () =>
      app.database.query(
        `SELECT p.employee_no, p.name, p.email, d.path, p.tier, p.status, p.locale, m.employee_no AS manager
         FROM person p JOIN department d ON d.id = p.department_id LEFT JOIN person m ON m.id = p.manager_id
         WHERE p.employee_no LIKE 'P%' ORDER BY 1`,
      );
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ rows, other, first }) => {
        await emptyStaff(app);
        await importRoster(hr, csv(first));
        const done = await importRoster(hr, csv(rows));
        // An address may belong to somebody whom only the first file names.
        if (done.status !== 'committed') return;
        const after = await staff();
        expect(await importRoster(hr, csv(rows))).toMatchObject({
          created: 0,
          updated: 0,
          unchanged: rows.length,
        });
        expect(await staff()).toEqual(after);
        await emptyStaff(app);
        await importRoster(hr, csv(first));
        await importRoster(hr, csv(other));
        expect(await staff()).toEqual(after);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
