import type { CertificationBoard } from '@readyroom/contract';
import { FIXTURE, fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';
import { doCourse, hrDesk } from './program-setting.js';

describe('the board of programs and the people behind it', () => {
  let app: TestApp;
  let hr: TestClient;
  let programId: string;
  let agent: TestPerson;
  let night: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    const desk = await hrDesk(app);
    agent = await app.person({ name: '=阿茉', department: '云栖集/客服中心' });
    night = await app.person({ name: '罗绮', department: '云栖集/客服中心/夜班' });
    await app.person({ name: '张伟', department: '云栖集/研发部', tier: 'manager' });
    programId = await desk.program();
    await desk.rule(programId, { departmentIds: [await app.department('云栖集')] }, { dueOn: '2026-03-20' });
    await doCourse(app, agent);
    hr = await desk.client();
  });
  afterAll(() => app.stop());

  const board = async (client: TestClient, query = ''): Promise<CertificationBoard> =>
    (await client.get(`/certification/board${query}`).expect(200)).body as CertificationBoard;

  it('when nobody is signed in it should answer 401, and 403 to whoever may not see others', async () => {
    const { client } = await app.signedIn({ department: '云栖集' });
    for (const path of [
      '/certification/board',
      '/certification/people',
      '/certification/board/export',
      '/certification/people/export',
    ]) {
      await app.client().get(path).expect(401);
      await client.get(path).expect(403);
    }
  });

  it('should add up sub-trees, and every line should open into as many people', async () => {
    const whole = await board(hr);
    expect(whole.total).toMatchObject({
      people: 3,
      byStatus: { compliant: 1, not_started: 2 },
      compliantPercent: 33.3,
    });
    expect(whole.rows.find(({ path }) => path === '云栖集')).toMatchObject({
      hasChildren: true,
      numbers: { people: 3 },
    });
    const service = await app.department('云栖集/客服中心');
    const below = await board(hr, `?departmentId=${service}`);
    expect(below.rows.map(({ path, own, numbers }) => [path, own, numbers.people])).toEqual([
      ['云栖集/客服中心', true, 1],
      ['云栖集/客服中心/夜班', false, 1],
    ]);
    const behind = await hr.get(`/certification/people?departmentId=${service}&own=true`).expect(200);
    expect(behind.body).toMatchObject({
      total: 1,
      items: [{ person: { id: agent.id }, status: 'compliant', validUntil: '2027-03-01' }],
    });
  });

  it('should find people by name, status, due day and rule, and sort them', async () => {
    const total = async (query: string) =>
      (await hr.get(`/certification/people?${query}`).expect(200)).body.total as number;
    expect(await total('status=compliant&status=overdue')).toBe(1);
    expect(await total('dueFrom=2026-03-20&dueTo=2026-03-20')).toBe(2);
    expect(await total('dueFrom=2026-03-21&dueTo=2026-04-20')).toBe(0);
    expect(await total('q=%E7%BD%97')).toBe(1);
    expect(await total('q=%25')).toBe(0);
    expect(await total(`personId=${night.id}&programId=${programId}&tier=frontline`)).toBe(1);
    const sorted = await hr.get('/certification/people?sort=validUntil&order=asc').expect(200);
    expect(sorted.body.items[0].person.id).toBe(agent.id);
    await hr.get('/certification/people?status=finished').expect(400);
  });

  it('page by page it should be the whole list, in the order of the file, from the first page to the last', async () => {
    for (const sort of ['name', 'employeeNo', 'dueOn', 'validUntil'])
      for (const order of ['asc', 'desc'])
        for (const filter of ['', '&status=not_started&status=compliant', '&q=T0', '&status=compliant']) {
          const query = `sort=${sort}&order=${order}${filter}`;
          const file = (await hr.get(`/certification/people/export?${query}`).expect(200)).text;
          const inFile = file.trimEnd().split('\r\n').slice(1).map((line) => line.split(',')[0]); // prettier-ignore
          const paged: string[] = [];
          for (let page = 1; page <= inFile.length; page++) {
            const { body } = await hr
              .get(`/certification/people?${query}&perPage=1&page=${page}`)
              .expect(200);
            expect([body.total, body.items.length]).toEqual([inFile.length, 1]);
            paged.push(body.items[0].person.employeeNo);
          }
          expect({ query, paged }).toEqual({ query, paged: inFile });
        }
    const byEnd = (order: string) =>
      hr.get(`/certification/people?sort=validUntil&order=${order}`).expect(200);
    // Who holds nothing is last, whichever way it is sorted.
    for (const order of ['asc', 'desc'])
      expect(
        (await byEnd(order)).body.items.map(({ validUntil }: { validUntil: string | null }) => validUntil),
      ).toEqual(['2027-03-01', null, null]);
  });

  it('whoever is limited to a sub-tree should see it as the whole, and nothing beside it', async () => {
    const { client } = await app.signedIn({ roles: ['hr'], department: '人力', scope: '云栖集/客服中心' });
    expect((await board(client)).total.people).toBe(2);
    expect((await client.get('/certification/people').expect(200)).body.total).toBe(2);
    await client
      .get(`/certification/board?departmentId=${await app.department('云栖集/研发部')}`)
      .expect(404);
    const file = await client.get('/certification/people/export').expect(200);
    expect(file.text).not.toContain('张伟');
  });

  it('should export what stands on the screen, with texts that no spreadsheet runs', async () => {
    const rows = await hr.get('/certification/people/export?sort=employeeNo').expect(200);
    const [head, ...lines] = rows.text.trimEnd().split('\r\n');
    expect(head).toContain('工号,姓名,部门');
    expect(lines).toHaveLength(3);
    expect(lines.find((line) => line.startsWith(agent.employeeNo))).toBe(
      `${agent.employeeNo},'=阿茉,云栖集/客服中心,一线员工,上岗培训,合规,2027-03-01,2027-03-15,2027-03-01,2026-12-31,`,
    );
    const whole = await board(hr);
    const file = await hr.get('/certification/board/export?locale=en').expect(200);
    const all = file.text.trimEnd().split('\r\n');
    expect(all[1]).toBe('All departments,All programs,All tiers,3,2,0,1,0,0,0,0,0,33.3');
    expect(all).toHaveLength(
      1 +
        1 +
        whole.byProgram.length +
        whole.byTier.length +
        whole.rows.reduce((n, row) => n + 1 + row.cells.length, 0),
    );
    for (const path of ['people', 'board'])
      await hr.get(`/certification/${path}/export?format=xlsx`).expect(200).expect('content-type', /sheet/);
  });

  it('should turn with the day by itself, before any job has run', async () => {
    app.clock.set('2026-03-20T15:59:59Z');
    const late = await app.signedIn({ roles: ['hr'], department: '人力' });
    expect((await board(late.client)).total.byStatus).toMatchObject({ not_started: 2, in_grace: 0 });
    app.clock.set('2026-03-20T16:00:00Z');
    expect((await board(late.client)).total.byStatus).toMatchObject({ not_started: 0, in_grace: 2 });
    expect((await late.client.get('/certification/people?status=in_grace').expect(200)).body.total).toBe(2);
    expect((await late.client.get(`/completion/rows?courseId=${FIXTURE.courseId}`)).status).toBe(200);
  });
});
