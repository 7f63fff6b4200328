import { TestApp } from '../../support/test-app.js';
import { completionFixture, hrNow, type CompletionFixture } from './completion-fixture.js';

describe('GET /completion/board', () => {
  let app: TestApp;
  let fixture: CompletionFixture;
  const none = {
    assigned: 0,
    notStarted: 0,
    inProgress: 0,
    completed: 0,
    overdue: 0,
    completionPercent: null,
  };

  beforeAll(async () => {
    app = await TestApp.start();
    fixture = await completionFixture(app);
  });
  afterAll(() => app.stop());

  it('when the caller may not it should answer 401 or 403, for a wrong filter 400', async () => {
    expect((await app.client().get('/completion/board')).status).toBe(401);
    expect((await (await app.signedIn({ department: '访客' })).client.get('/completion/board')).status).toBe(
      403,
    );
    expect((await fixture.hr.get('/completion/board?tier=boss')).status).toBe(400);
  });

  it('when nothing is asked for it should show the top departments with their sub-trees added up', async () => {
    const { body } = await fixture.hr.get('/completion/board');
    expect(body).toMatchObject({
      asOf: '2026-03-02T01:00:00.000Z',
      today: '2026-03-02',
      department: null,
      courses: [{ id: fixture.courses[0], title: { zh: '什么是危机' } }, { id: fixture.courses[1] }],
      total: { assigned: 10, notStarted: 8, inProgress: 1, completed: 1, overdue: 0, completionPercent: 10 },
      byCourse: [
        {
          courseId: fixture.courses[0],
          numbers: { assigned: 5, completed: 1, inProgress: 1, completionPercent: 20 },
        },
        { courseId: fixture.courses[1], numbers: { assigned: 5, notStarted: 5, completionPercent: 0 } },
      ],
      byTier: [
        { tier: 'executive', numbers: { assigned: 2 } },
        { tier: 'manager', numbers: { assigned: 2 } },
        { tier: 'frontline', numbers: { assigned: 6, completed: 1, completionPercent: 16.7 } },
      ],
    });
    expect(body.rows.find((row: { name: string }) => row.name === '云栖集')).toMatchObject({
      own: false,
      hasChildren: true,
      numbers: { assigned: 10 },
    });
    expect(body.rows.find((row: { name: string }) => row.name === '人力资源部')).toMatchObject({
      hasChildren: false,
      numbers: none,
      cells: [],
    });
  });

  it('when a department is asked for it should show its own people first, then its children by pinyin', async () => {
    const { body } = await fixture.hr.get(`/completion/board?departmentId=${fixture.departments.company}`);
    expect(body.department).toEqual({ id: fixture.departments.company, path: '云栖集' });
    expect(
      body.rows.map(
        (row: { name: string; own: boolean; hasChildren: boolean; numbers: { assigned: number } }) => [
          row.name,
          row.own,
          row.hasChildren,
          row.numbers.assigned,
        ],
      ),
    ).toEqual([
      ['云栖集', true, true, 2],
      ['客服中心', false, true, 6],
      ['平台研发部', false, false, 2],
    ]);
    expect(body.rows[1].cells).toContainEqual({
      courseId: fixture.courses[0],
      tier: 'frontline',
      numbers: { assigned: 2, notStarted: 0, inProgress: 1, completed: 1, overdue: 0, completionPercent: 50 },
    });
  });

  it('when tiers and courses are named it should leave out the others everywhere', async () => {
    const { body } = await fixture.hr.get(
      `/completion/board?tier=frontline&tier=manager&courseId=${fixture.courses[0]}`,
    );
    expect(body.courses.map((course: { id: string }) => course.id)).toEqual([fixture.courses[0]]);
    expect(body.total.assigned).toBe(4);
    expect(body.byTier.map((entry: { tier: string }) => entry.tier)).toEqual(['manager', 'frontline']);
  });

  it('when the due day has passed by the time zone of the organisation it should count as overdue who is not done', async () => {
    app.clock.set('2026-03-20T15:59:00.000Z'); // still 20 March in Shanghai
    expect((await (await hrNow(app)).get('/completion/board')).body.total.overdue).toBe(0);
    app.clock.set('2026-03-20T16:00:00.000Z');
    expect((await (await hrNow(app)).get('/completion/board')).body.total).toMatchObject({
      assigned: 10,
      overdue: 9,
    });
    app.clock.set('2026-03-02T01:00:00.000Z');
  });

  it('when HR is limited to a sub-tree it should begin there, and nothing else should exist', async () => {
    const { client } = await app.signedIn({
      roles: ['hr'],
      department: '人力资源部',
      scope: '云栖集/客服中心',
    });
    const { body } = await client.get('/completion/board');
    expect(body.department.path).toBe('云栖集/客服中心');
    expect(body.total.assigned).toBe(6);
    expect(body.rows.map((row: { path: string }) => row.path)).toEqual([
      '云栖集/客服中心',
      '云栖集/客服中心/夜班',
    ]);
    const foreign = await client.get(`/completion/board?departmentId=${fixture.departments.development}`);
    const missing = await client.get('/completion/board?departmentId=00000000-0000-4000-8000-000000000000');
    expect([foreign.status, foreign.body.code]).toEqual([404, 'department.not_found']);
    expect(foreign.body).toEqual(missing.body);
  });
});
