import type { ReadinessBoard, ReadinessCell } from '@readyroom/contract';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';
import { Recall } from './recall.js';

const NOWHERE = '00000000-0000-7000-8000-000000000000';

/** 总部/客服 has six with evidence and one without, 总部/法务 two with evidence, 总部 itself the staff. */
describe('Readiness of others', () => {
  let app: TestApp;
  let recall: Recall;
  let trainer: TestClient;
  let legalTrainer: TestClient;
  let auditor: TestClient;
  let employee: TestClient;
  let service: TestPerson[];
  let legal: TestPerson[];
  let untested: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    recall = await Recall.make(app);
    trainer = (await app.signedIn({ roles: ['employee', 'trainer'], tier: 'manager' })).client;
    auditor = (await app.signedIn({ roles: ['employee', 'auditor'], tier: 'manager' })).client;
    legalTrainer = (
      await app.signedIn({ roles: ['employee', 'trainer'], tier: 'manager', scope: '总部/法务' })
    ).client;
    employee = (await app.signedIn({ tier: 'manager' })).client;
    const make = (department: string) => (name: string) => app.person({ name, department });
    service = await Promise.all(['阿一', '阿二', '阿三', '阿四', '阿五', '阿六'].map(make('总部/客服')));
    untested = await make('总部/客服')('阿七');
    legal = await Promise.all(['律一', '律二'].map(make('总部/法务')));
    for (const [n, { id }] of service.entries()) await recall.take(id, { 'topic-1': [n % 2, 1] });
    for (const { id } of legal) await recall.take(id, { 'topic-1': [1, 1] });
  });
  afterAll(() => app.stop());

  const board = async (client: TestClient, departmentId = ''): Promise<ReadinessBoard> => {
    const { status, body } = await client.get(
      `/readiness/board${departmentId && `?departmentId=${departmentId}`}`,
    );
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as ReadinessBoard;
  };
  const cell = (cells: readonly ReadinessCell[], tier: string | null = null, type: string | null = null) =>
    cells.find((one) => one.tier === tier && one.crisisType === type)!;
  const lineOf = (of: ReadinessBoard, path: string) => of.rows.find((row) => row.path === path && !row.own)!;

  it.each(['/readiness/board', '/readiness/people', `/readiness/people/${NOWHERE}`])(
    'when nobody or somebody without the right asks for %s it should refuse',
    async (path) => {
      expect((await app.client().get(path)).status).toBe(401);
      expect((await employee.get(path)).body).toMatchObject({ statusCode: 403, code: 'auth.forbidden' });
    },
  );

  it.each([
    ['/readiness/board?departmentId=1', 'departmentId'],
    ['/readiness/people?tier=king', 'tier.0'],
    ['/readiness/people?crisisType=war', 'crisisType'],
    ['/readiness/people?sort=mood', 'sort'],
    ['/readiness/people/1', ''],
  ])('when the request is %s it should say where it is wrong', async (path, where) => {
    const { status, body } = await trainer.get(path);
    expect([status, body.code, body.details[0].path]).toEqual([400, 'request.invalid', where]);
  });

  it('the board should have means over people with evidence, and the share without', async () => {
    const all = await board(trainer);
    expect(cell(all.total)).toMatchObject({ people: 13, withEvidence: 8, mean: 81.3, hidden: false });
    const head = lineOf(all, '总部');
    expect(head).toMatchObject({ own: false, hasChildren: true });
    const below = await board(trainer, head.departmentId);
    expect(below.rows.map(({ path, own }) => [path, own])).toEqual([
      ['总部', true],
      ['总部/法务', false],
      ['总部/客服', false],
    ]);
    expect(cell(lineOf(below, '总部/客服').cells)).toEqual({
      tier: null,
      crisisType: null,
      people: 7,
      withEvidence: 6,
      withoutPercent: 14.3,
      mean: 75,
      hidden: false,
    });
    expect(cell(below.rows[0]!.cells)).toMatchObject({ withEvidence: 0, withoutPercent: 100, mean: null });
    expect(cell(below.total, 'frontline')).toMatchObject({ people: 9, withEvidence: 8 });
    expect(cell(below.total, null, 'trust')).toMatchObject({ withEvidence: 0, mean: null });
    expect(below.rows.reduce((sum, row) => sum + cell(row.cells).people, 0)).toBe(cell(below.total).people);
  });

  it('when the reader may not see individuals it should hide small groups, and what would give them away', async () => {
    const head = lineOf(await board(auditor), '总部');
    const seen = await board(auditor, head.departmentId);
    expect(cell(seen.total)).toMatchObject({ withEvidence: 8, hidden: false });
    // Nor are tiers shown below the whole organisation.
    expect(cell((await board(auditor)).total, 'frontline')).toMatchObject({ withEvidence: 8, hidden: false });
    expect(cell(seen.total, 'frontline').hidden).toBe(true);
    const hidden = { withEvidence: null, withoutPercent: null, mean: null, hidden: true };
    expect(cell(lineOf(seen, '总部/法务').cells)).toMatchObject({ people: 2, ...hidden });
    expect(cell(lineOf(seen, '总部/客服').cells)).toMatchObject({ people: 7, ...hidden });
    // Nor does a board that begins there show it.
    const below = await board(auditor, lineOf(seen, '总部/客服').departmentId);
    expect(cell(below.total)).toMatchObject(hidden);
    expect(cell(lineOf(await board(trainer, head.departmentId), '总部/法务').cells)).toMatchObject({
      withEvidence: 2,
      hidden: false,
    });
    for (const path of ['/readiness/people', `/readiness/people/${legal[0]!.id}`])
      expect((await auditor.get(path)).status).toBe(403);
  });

  it('the list should be the people behind a number, whoever has none coming last', async () => {
    const { body } = await trainer.get(
      `/readiness/people?tier=frontline&departmentId=${untested.departmentId}`,
    );
    expect(body.total).toBe(7);
    expect(body.items.map(({ value }: { value: number | null }) => value)).toEqual([
      50,
      50,
      50,
      100,
      100,
      100,
      null,
    ]);
    expect(body.items.at(-1)).toMatchObject({ person: { name: '阿七' }, basis: 'none', tier: 'frontline' });
    const best = await trainer.get('/readiness/people?order=desc&evidence=with&perPage=2&page=4');
    expect([best.body.total, best.body.items.length, best.body.items[0].value]).toEqual([8, 2, 50]);
    const found = await trainer.get(`/readiness/people?q=${encodeURIComponent('律')}&sort=name&order=desc`);
    expect(found.body.items.map((one: { person: { name: string } }) => one.person.name)).toHaveLength(2);
    const none = await trainer.get('/readiness/people?evidence=with&crisisType=trust');
    expect(none.body).toEqual({ items: [], total: 0 });
  });

  it('the page of a person should say what the number rests on', async () => {
    const { body } = await trainer.get(`/readiness/people/${service[0]!.id}`);
    expect(body).toMatchObject({
      person: { id: service[0]!.id, name: '阿一' },
      departmentPath: '总部/客服',
      tier: 'frontline',
      overall: {
        value: 50,
        evidence: [{ kind: 'recall', result: 50, weight: 1, decay: 1, contribution: 50 }],
      },
    });
  });

  it('what lies outside the scope should not exist', async () => {
    const total = cell((await board(legalTrainer)).total);
    expect(total).toMatchObject({ people: 2, withEvidence: 2 });
    const { body } = await legalTrainer.get('/readiness/people');
    expect(body.total).toBe(2);
    const foreign = await legalTrainer.get(`/readiness/people/${service[0]!.id}`);
    const missing = await legalTrainer.get(`/readiness/people/${NOWHERE}`);
    expect(foreign.body).toMatchObject({ statusCode: 404, code: 'person.not_found' });
    expect(foreign.body).toEqual(missing.body);
    for (const path of ['board', 'people'])
      expect(
        (await legalTrainer.get(`/readiness/${path}?departmentId=${untested.departmentId}`)).body.code,
      ).toBe('department.not_found');
  });
});
