import type { PeopleImport } from '@readyroom/contract';
import { parse } from 'csv-parse/sync';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { facts, importRoster, roster, upload } from './support.js';

const expected = facts();

describe('a roster of 5,000 people', () => {
  let app: TestApp;
  let hr: TestClient;
  let before: { people: number; departments: number };

  const value = async (sql: string, values: unknown[] = []): Promise<number> => {
    const [row] = await app.database.query<{ n: number }>(`SELECT (${sql}) AS n`, values);
    return row!.n;
  };
  const imported = (condition: string) =>
    value(`SELECT count(*) FROM person p WHERE employee_no ~ '^\\d{7}$' AND ${condition}`);

  beforeAll(async () => {
    app = await TestApp.start();
    hr = (await app.signedIn({ roles: ['employee', 'hr'], tier: 'manager', department: '装机' })).client;
    before = {
      people: await value('SELECT count(*) FROM person'),
      departments: await value('SELECT count(*) FROM department'),
    };
  });
  afterAll(() => app.stop());

  it('when it is uploaded it should be previewed and change nobody', async () => {
    const { status, body } = await upload(hr, roster('roster.csv'), '员工花名册.csv');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      fileName: '员工花名册.csv',
      format: 'csv',
      encoding: 'utf-8-bom',
      status: 'ready',
      rows: expected.rows,
      created: expected.rows,
      updated: 0,
      unchanged: 0,
      leaving: 0,
      byTier: expected.tiers,
      byStatus: expected.status,
      errorCount: 0,
      ignoredColumns: [],
    });
    expect(body.departmentsCreated).toHaveLength(expected.departments);
    expect(await value('SELECT count(*) FROM person')).toBe(before.people);
    expect(await value('SELECT count(*) FROM department')).toBe(before.departments);
  }, 60_000);

  it('when it is committed the staff should be what the facts about it say', async () => {
    const { items } = (await hr.get('/people-imports')).body as { items: PeopleImport[] };
    const { status, body } = await hr.post(`/people-imports/${items[0]!.id}/commit`);
    expect([status, body.status]).toEqual([200, 'committed']);
    expect(await value('SELECT count(*) FROM person')).toBe(before.people + expected.rows);
    expect(await value('SELECT count(*) FROM department')).toBe(before.departments + expected.departments);
    for (const [tier, people] of Object.entries(expected.tiers))
      expect(await imported(`tier = '${tier}'`)).toBe(people);
    for (const [status, people] of Object.entries(expected.status))
      expect(await imported(`status = '${status}'`)).toBe(people);
    expect(await imported(`tier = 'frontline' AND status = 'active'`)).toBe(expected.active_frontline);
    expect(await imported(`locale = 'en'`)).toBe(expected.locale_en);
    expect(await imported(`(SELECT count(*) FROM person s WHERE s.name = p.name) > 1`)).toBe(
      expected.namesakes,
    );
    expect(await imported(`name ~ '[翀𫖯䶮彧𬸚𠅤㛃犇𬱖堉]'`)).toBe(expected.rare_names);
    expect(await imported(`manager_id IS NULL`)).toBe(1);
  }, 60_000);

  it('when the console lists it the counts should be the same', async () => {
    const departments = (await hr.get('/departments')).body.items as {
      id: string;
      path: string;
      peopleInSubtree: number;
    }[];
    const service = departments.find((department) => department.path === '客户服务中心')!;
    expect((await hr.get(`/people?departmentId=${service.id}`)).body.total).toBe(
      expected.customer_service_subtree,
    );
    const left = (await hr.get(`/people?departmentId=${service.id}&status=left`)).body.total as number;
    expect(service.peopleInSubtree).toBe(expected.customer_service_subtree - left);
    expect((await hr.get('/people?tier=frontline&status=active')).body.total).toBe(expected.active_frontline);
    expect((await hr.get('/people?q=䶮')).body.total).toBe(await imported(`name LIKE '%䶮%'`));
  });

  it('when assignments are worked out afterwards everybody should be covered', async () => {
    const promised = await app.database.query<{ payload: { personIds: string[] } }>(
      'SELECT payload FROM outbox',
    );
    expect(promised.flatMap(({ payload }) => payload.personIds)).toHaveLength(expected.rows);
    await app.drainJobs();
  });

  it('when the same file comes again all should be unchanged, and committing it should change nothing', async () => {
    const latest = () => value('SELECT extract(epoch FROM max(updated_at)) FROM person');
    const stamp = await latest();
    app.clock.advance({ days: 1 });
    await app.database.query('UPDATE session SET last_seen_at = $1', [app.clock.now()]);
    const done = await importRoster(hr, roster('roster.csv'));
    expect(done).toMatchObject({
      status: 'committed',
      created: 0,
      updated: 0,
      unchanged: expected.rows,
      departmentsCreated: [],
    });
    expect(await latest()).toBe(stamp);
    expect(await app.drainJobs()).toBe(0);
  }, 60_000);

  it('when 400 of them come as GB18030 it should find the same people, rare names included', async () => {
    const { body } = await upload(hr, roster('roster-gb18030.csv'));
    expect(body).toMatchObject({
      encoding: 'gb18030',
      status: 'ready',
      rows: expected.gb18030_rows,
      unchanged: expected.gb18030_rows,
    });
    const file = parse(new TextDecoder('gb18030').decode(roster('roster-gb18030.csv')), {
      columns: true,
    }) as Record<string, string>[];
    const people = await app.database.query<{ employee_no: string; name: string }>(
      'SELECT employee_no, name FROM person WHERE employee_no = ANY($1)',
      [file.map((row) => row.employee_no)],
    );
    const names = new Map(people.map((person) => [person.employee_no, person.name]));
    expect(file.filter((row) => names.get(row.employee_no!) === row.name)).toHaveLength(
      expected.gb18030_rows,
    );
  }, 60_000);
});

describe('a roster with faults', () => {
  /** The planted faults in our words, by what the facts call them. */
  const CODES: Record<string, string> = {
    'impossible date': 'date_impossible',
    'manager cycle (own manager)': 'manager_cycle',
    'email already used by another row': 'email_duplicate',
    'formula in name (import as text or refuse; never evaluate)': 'formula',
    'unknown tier': 'tier_unknown',
    'invalid email': 'email_invalid',
    'unknown status': 'status_unknown',
    'missing name': 'name_missing',
    'unknown manager': 'manager_unknown',
    'missing employee_no': 'employee_no_missing',
    'unknown locale': 'locale_unknown',
    'unknown time zone': 'time_zone_unknown',
    'duplicate employee_no in file': 'employee_no_duplicate',
  };

  it('when it is uploaded it should report exactly the planted faults by line and import nobody', async () => {
    const app = await TestApp.start();
    const hr = (await app.signedIn({ roles: ['hr'] })).client;
    const { body } = await upload(hr, roster('roster-dirty.csv'));
    expect(body).toMatchObject({
      status: 'blocked',
      rows: expected.dirty_rows,
      errorCount: expected.dirty_faults.length,
    });
    const errors = await hr.get(`/people-imports/${body.id}/errors?perPage=100`);
    expect(errors.body.items.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual(
      expected.dirty_faults.map(([line, fault]) => [line, CODES[fault]]),
    );
    expect(errors.body.total).toBe(expected.dirty_faults.length);
    expect((await hr.post(`/people-imports/${body.id}/commit`)).body).toMatchObject({
      statusCode: 409,
      code: 'people_import.has_errors',
    });
    const [row] = await app.database.query<{ n: number }>('SELECT count(*) AS n FROM person');
    expect(row!.n).toBe(1);
    await app.stop();
  }, 60_000);
});
