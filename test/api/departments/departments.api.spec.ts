import { ensureDepartment } from '../../../api/src/modules/departments/index.js';
import { TestApp, type TestClient } from '../../support/test-app.js';

interface Seen {
  id: string;
  name: string;
  parentId: string | null;
  path: string;
  depth: number;
  people: number;
  peopleInSubtree: number;
}

describe('departments', () => {
  let app: TestApp;
  let hr: TestClient;
  let scoped: TestClient;
  let employee: TestClient;

  beforeAll(async () => {
    app = await TestApp.start();
    hr = (await app.signedIn({ roles: ['employee', 'hr'], department: '人力资源部' })).client;
    scoped = (await app.signedIn({ roles: ['hr'], department: '客服中心', scope: '客服中心' })).client;
    employee = (await app.signedIn({ department: '客服中心/在线组' })).client;
    await app.person({ department: '客服中心/在线组/夜班' });
    await app.person({ department: '客服中心/在线组/夜班', status: 'left' });
    await app.department('安全部');
  });
  afterAll(() => app.stop());

  const list = async (client: TestClient): Promise<Seen[]> => (await client.get('/departments')).body.items;
  const find = async (path: string) => (await list(hr)).find((department) => department.path === path)!;

  describe('GET /departments', () => {
    it('when nobody is signed in it should ask to sign in', async () => {
      expect((await app.client().get('/departments')).status).toBe(401);
    });

    it('when an employee asks it should refuse', async () => {
      expect((await employee.get('/departments')).status).toBe(403);
    });

    it('when HR asks it should answer the tree, siblings by pinyin, with active people only', async () => {
      const items = await list(hr);
      expect(
        items.map(({ path, depth, people, peopleInSubtree }) => [path, depth, people, peopleInSubtree]),
      ).toEqual([
        ['安全部', 0, 0, 0],
        ['客服中心', 0, 1, 3],
        ['客服中心/在线组', 1, 1, 2],
        ['客服中心/在线组/夜班', 2, 1, 1],
        ['人力资源部', 0, 1, 1],
      ]);
    });

    it('when HR is limited to a sub-tree it should show that sub-tree as a tree of its own', async () => {
      const items = await list(scoped);
      expect(items.map(({ path, depth }) => [path, depth])).toEqual([
        ['客服中心', 0],
        ['客服中心/在线组', 1],
        ['客服中心/在线组/夜班', 2],
      ]);
      expect(items[0]!.parentId).toBeNull();
    });
  });

  describe('POST /departments', () => {
    const create = (client: TestClient, name: string, parentId: string | null) =>
      client.post('/departments', { name, parentId });

    it('when the caller may not write it should refuse', async () => {
      expect((await create(app.client(), '新部门', null)).status).toBe(401);
      expect((await create(employee, '新部门', null)).status).toBe(403);
    });

    it('when the name is empty or has a slash it should say where', async () => {
      for (const name of ['  ', 'a/b']) {
        const { status, body } = await create(hr, name, null);
        expect([status, body.details[0].path]).toEqual([400, 'name']);
      }
    });

    it('when it is right it should create it below its parent', async () => {
      const { status, body } = await create(hr, '白班', (await find('客服中心/在线组')).id);
      expect(status).toBe(201);
      expect(body).toMatchObject({ path: '客服中心/在线组/白班', depth: 2, people: 0 });
    });

    it('when a sibling has the name it should refuse, also among roots', async () => {
      expect((await create(hr, '夜班', (await find('客服中心/在线组')).id)).body.code).toBe(
        'department.name_taken',
      );
      expect((await create(hr, '安全部', null)).status).toBe(409);
    });

    it('when the parent lies outside the scope it should look missing, and a limited HR makes no roots', async () => {
      const foreign = await create(scoped, '新组', (await find('安全部')).id);
      const missing = await create(scoped, '新组', '00000000-0000-7000-8000-000000000000');
      expect(foreign.status).toBe(404);
      expect(foreign.body).toEqual(missing.body);
      expect((await create(scoped, '新部门', null)).status).toBe(404);
    });
  });

  describe('PATCH /departments/:id', () => {
    it('when it moves it should rewrite path and lineage of everything below, and names outside the first plane survive', async () => {
      const made = (await hr.post('/departments', { name: '𠅤组', parentId: null })).body as Seen;
      const child = (await hr.post('/departments', { name: '一班', parentId: made.id })).body as Seen;
      const { status, body } = await hr.patch(`/departments/${made.id}`, {
        name: '𫖯组',
        parentId: (await find('安全部')).id,
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({ path: '安全部/𫖯组', depth: 1 });
      expect(await find('安全部/𫖯组/一班')).toMatchObject({ id: child.id, parentId: made.id, depth: 2 });
      const [row] = await app.database.query<{ lineage: string[] }>(
        'SELECT lineage FROM department WHERE id = $1',
        [child.id],
      );
      expect(row!.lineage).toEqual([(await find('安全部')).id, made.id, child.id]);
      await hr.patch(`/departments/${made.id}`, { parentId: null });
      expect(await find('𫖯组/一班')).toMatchObject({ depth: 1 });
    });

    it('when it would lie in itself it should refuse', async () => {
      const top = await find('客服中心');
      for (const parentId of [top.id, (await find('客服中心/在线组/夜班')).id])
        expect((await hr.patch(`/departments/${top.id}`, { parentId })).body).toMatchObject({
          code: 'department.cycle',
        });
    });

    it('when HR is limited it should rename inside the sub-tree, and neither reach nor move beyond it', async () => {
      const night = await find('客服中心/在线组/夜班');
      expect((await scoped.patch(`/departments/${night.id}`, { name: '夜间班' })).status).toBe(200);
      expect((await scoped.patch(`/departments/${night.id}`, { parentId: null })).status).toBe(404);
      expect(
        (await scoped.patch(`/departments/${night.id}`, { parentId: (await find('安全部')).id })).status,
      ).toBe(404);
      expect((await scoped.patch(`/departments/${(await find('安全部')).id}`, { name: 'x' })).status).toBe(
        404,
      );
    });

    it('when a limited HR renames the top of the sub-tree it should stay where it is', async () => {
      const group = (await hr.post('/departments', { name: '集团', parentId: null })).body as Seen;
      const top = await find('客服中心');
      await hr.patch(`/departments/${top.id}`, { parentId: group.id });
      expect(
        (await scoped.patch(`/departments/${top.id}`, { name: '客户中心', parentId: null })).status,
      ).toBe(200);
      expect((await find('集团/客户中心')).parentId).toBe(group.id);
      await hr.patch(`/departments/${top.id}`, { name: '客服中心', parentId: null });
    });

    it('when it moves it should have the audiences worked out anew', async () => {
      await app.drainJobs();
      const one = (await hr.post('/departments', { name: '移动组', parentId: null })).body as Seen;
      expect(await app.drainJobs()).toBe(0);
      await hr.patch(`/departments/${one.id}`, { parentId: (await find('安全部')).id });
      expect(await app.drainJobs()).toBe(1);
    });
  });

  describe('ensureDepartment', () => {
    it('when several transactions want the same path at once they should get the same department', async () => {
      const ids = await Promise.all(
        Array.from({ length: 6 }, () =>
          app.database.transaction((tx) => ensureDepartment(tx, '同时/ 新建 /到底')),
        ),
      );
      expect(new Set(ids).size).toBe(1);
      expect(await find('同时/新建/到底')).toMatchObject({ id: ids[0], depth: 2 });
    });
  });

  describe('DELETE /departments/:id', () => {
    it('when it has people, departments below or somebody limited to it, it should refuse', async () => {
      await app.person({ department: '待删/有人', status: 'left' });
      const held = await app.department('待删/范围');
      await app.person({ roles: ['trainer'], scope: '待删/范围' });
      for (const id of [(await find('待删')).id, (await find('待删/有人')).id, held])
        expect((await hr.delete(`/departments/${id}`)).body).toMatchObject({
          statusCode: 409,
          code: 'department.not_empty',
        });
    });

    it('when it is empty it should be gone', async () => {
      const id = await app.department('空部门');
      expect((await scoped.delete(`/departments/${id}`)).status).toBe(404);
      expect((await hr.delete(`/departments/${id}`)).status).toBe(204);
      expect(await find('空部门')).toBeUndefined();
      expect((await hr.delete(`/departments/${id}`)).status).toBe(404);
    });
  });
});
