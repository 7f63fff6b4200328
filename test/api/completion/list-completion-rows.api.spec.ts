import { Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { TestApp } from '../../support/test-app.js';
import { completionFixture, hrNow, type CompletionFixture } from './completion-fixture.js';

describe('GET /completion/rows', () => {
  let app: TestApp;
  let fixture: CompletionFixture;

  beforeAll(async () => {
    app = await TestApp.start();
    fixture = await completionFixture(app);
    await app.database.query(`UPDATE person SET name_initials = 'zw' WHERE id = $1`, [
      fixture.people.developer.id,
    ]);
  });
  afterAll(() => app.stop());

  const rows = async (query: string, client = fixture.hr) =>
    (await client.get(`/completion/rows?${query}`)).body;
  const names = async (query: string): Promise<string[]> =>
    (await rows(query)).items.map((row: { person: { name: string } }) => row.person.name);

  it('when the caller may not it should answer 401 or 403, for a wrong filter 400', async () => {
    expect((await app.client().get('/completion/rows')).status).toBe(401);
    expect((await (await app.signedIn({ department: '访客' })).client.get('/completion/rows')).status).toBe(
      403,
    );
    expect((await fixture.hr.get('/completion/rows?state=late')).status).toBe(400);
    expect((await fixture.hr.get('/completion/rows?sort=p.name')).status).toBe(400);
  });

  it('when somebody has completed a course it should tell version, tier, score and time', async () => {
    const { items, total } = await rows('state=completed');
    expect(total).toBe(1);
    expect(items).toEqual([
      {
        id: `${fixture.people.agent.id}:${fixture.courses[0]}`,
        person: { id: fixture.people.agent.id, name: '阿茉', employeeNo: fixture.people.agent.employeeNo },
        departmentPath: '云栖集/客服中心',
        tier: 'frontline',
        course: { id: fixture.courses[0], title: { zh: '什么是危机', en: '什么是危机 (en)' } },
        progress: 'completed',
        percent: 100,
        overdue: false,
        dueOn: '2026-03-20',
        completedAt: '2026-03-02T01:00:00.000Z',
        completedVersion: 1,
        completedTier: 'frontline',
        scorePercent: 95,
        lastActivityAt: '2026-03-02T01:00:00.000Z',
      },
    ]);
  });

  it('when a number of the board is opened it should list as many rows as it says', async () => {
    const board = (await fixture.hr.get(`/completion/board?departmentId=${fixture.departments.service}`))
      .body;
    for (const row of board.rows)
      for (const cell of row.cells) {
        const query = `departmentId=${row.departmentId}&own=${row.own}&tier=${cell.tier}&courseId=${cell.courseId}`;
        expect((await rows(query)).total).toBe(cell.numbers.assigned);
        for (const [state, key] of [
          ['not_started', 'notStarted'],
          ['in_progress', 'inProgress'],
          ['completed', 'completed'],
          ['overdue', 'overdue'],
        ]) {
          const { items, total } = await rows(`${query}&state=${state}`);
          expect(total).toBe(cell.numbers[key!]);
          expect(items).toHaveLength(total);
        }
      }
    expect(board.total.assigned).toBe(6);
  });

  it('when it is overdue by the day of the organisation it should be listed as such', async () => {
    app.clock.set('2026-03-20T16:00:00.000Z');
    const { total, items } = await rows('state=overdue&perPage=3', await hrNow(app));
    expect(total).toBe(9);
    expect(items.every((row: { overdue: boolean }) => row.overdue)).toBe(true);
    app.clock.set('2026-03-02T01:00:00.000Z');
  });

  it('when it is sorted it should follow pinyin, numbers and days, and page without loss or repetition', async () => {
    const one = `courseId=${fixture.courses[0]}`;
    expect(await names(one)).toEqual(['阿茉', '冯晓', '梁予安', '罗绮', '张伟']);
    expect(await names(`${one}&order=desc`)).toEqual(['张伟', '罗绮', '梁予安', '冯晓', '阿茉']);
    expect((await names(`${one}&sort=percent&order=desc`)).slice(0, 2)).toEqual(['阿茉', '罗绮']);
    expect((await names(`${one}&sort=completedAt&order=desc`))[0]).toBe('阿茉');
    for (const sort of ['name', 'employeeNo', 'dueOn', 'completedAt', 'percent']) {
      const pages = [];
      for (let page = 1; page <= 5; page++)
        pages.push(...(await rows(`sort=${sort}&perPage=2&page=${page}`)).items);
      expect(new Set(pages.map((row: { id: string }) => row.id)).size).toBe(10);
    }
    expect(await rows('page=9')).toEqual({ items: [], total: 10 });
  });

  it('when text is searched it should find names, employee numbers and initials, and take wildcards literally', async () => {
    expect(await names(`q=${encodeURIComponent('张')}`)).toEqual(['张伟', '张伟']);
    expect(await names('q=ZW')).toEqual(['张伟', '张伟']);
    expect(await names(`q=${fixture.people.night.employeeNo.toLowerCase()}`)).toEqual(['罗绮', '罗绮']);
    expect(await rows('q=%25')).toEqual({ items: [], total: 0 });
    expect((await rows(`q=${encodeURIComponent("' OR 1=1 --")}`)).total).toBe(0);
    expect((await rows(`personId=${fixture.people.lead.id}`)).total).toBe(2);
  });

  it('when HR is limited to a sub-tree it should find nobody outside, by no filter', async () => {
    const { client } = await app.signedIn({
      roles: ['hr'],
      department: '人力资源部',
      scope: '云栖集/客服中心/夜班',
    });
    expect((await rows('', client)).total).toBe(2);
    expect((await rows(`personId=${fixture.people.developer.id}`, client)).total).toBe(0);
    expect((await rows(`q=${encodeURIComponent('张')}`, client)).items).toEqual([]);
    expect((await client.get(`/completion/rows?departmentId=${fixture.departments.company}`)).status).toBe(
      404,
    );
  });

  it('when somebody has left or is no longer assigned it should not list them', async () => {
    const leaver = await app.person({ name: '吴某', department: '云栖集/客服中心' });
    const reconciliation = app.app.get(Reconciliation);
    await reconciliation.handle({ personIds: [leaver.id] });
    expect((await rows(`personId=${leaver.id}`)).total).toBe(2);
    await app.database.transaction(async (tx) => {
      await tx.query(`UPDATE person SET status = 'left' WHERE id = $1`, [leaver.id]);
      await reconciliation.promise(tx, [leaver.id]);
    });
    expect((await rows(`personId=${leaver.id}`)).total).toBe(0);
  });
});
