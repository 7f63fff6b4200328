import { Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'csv-parse/sync';
import readSheets from 'read-excel-file/node';
import type request from 'supertest';
import { Sessions, SESSION_COOKIE } from '../../../api/src/modules/auth/index.js';
import { TestApp } from '../../support/test-app.js';
import { completionFixture, type CompletionFixture } from './completion-fixture.js';

/** Takes the answer as bytes, whatever its type. */
const bytes = (test: request.Test) =>
  test.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });
const csvOf = (body: Buffer) => parse(body, { bom: true, relax_column_count: false }) as string[][];
const sheetOf = async (body: Buffer) =>
  ((await readSheets(body, { trim: false })) as { data: (string | number | null)[][] }[])[0]!.data;

let app: TestApp;
let fixture: CompletionFixture;

beforeAll(async () => {
  app = await TestApp.start();
  fixture = await completionFixture(app);
});
afterAll(() => app.stop());

describe('GET /completion/rows/export', () => {
  const file = async (query: string, client = fixture.hr) => {
    const { body, status, headers } = await bytes(client.get(`/completion/rows/export?${query}`));
    return { body: body as Buffer, status, headers };
  };

  it('when the caller may not it should answer 401 or 403, for a wrong filter 400', async () => {
    expect((await app.client().get('/completion/rows/export')).status).toBe(401);
    expect(
      (await (await app.signedIn({ department: '访客' })).client.get('/completion/rows/export')).status,
    ).toBe(403);
    expect((await fixture.hr.get('/completion/rows/export?format=pdf')).status).toBe(400);
  });

  it('when csv is asked for it should have a BOM, CRLF, a name in UTF-8 and words in the language asked for', async () => {
    const { body, headers } = await file('locale=zh-CN&state=completed');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="______-2026-03-02.csv"; filename*=UTF-8''${encodeURIComponent('完成情况明细-2026-03-02.csv')}`,
    );
    expect(body.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(body.toString().split('\r\n')).toEqual([
      '\uFEFF工号,姓名,部门,层级,课程,状态,进度（%）,是否逾期,截止日期,完成时间,完成版本,完成时层级,测验得分（%）,最近学习',
      `${fixture.people.agent.employeeNo},阿茉,云栖集/客服中心,一线员工,什么是危机,已完成,100,否,2026-03-20,2026-03-02 09:00,1,一线员工,95,2026-03-02 09:00`,
      '',
    ]);
    const english = csvOf((await file('locale=en&state=completed')).body);
    expect(english[1]!.slice(3, 8)).toEqual(['Frontline', '什么是危机 (en)', 'Completed', '100', 'No']);
  });

  it('when rows are filtered and sorted it should hold exactly the rows of the list, in its order, as csv and as xlsx', async () => {
    const queries = [
      '',
      'sort=employeeNo&order=desc',
      `departmentId=${fixture.departments.service}&sort=percent&order=desc`,
      `q=${encodeURIComponent('罗')}`,
      `departmentId=${fixture.departments.service}&own=true`,
      `tier=frontline&courseId=${fixture.courses[0]}&sort=completedAt`,
      'state=not_started&sort=dueOn',
      `personId=${fixture.people.chief.id}`,
      'q=nobody',
    ];
    for (const query of queries) {
      const list = (await fixture.hr.get(`/completion/rows?perPage=200&${query}`)).body;
      const expected = list.items.map(
        (row: { person: { employeeNo: string }; course: { title: { en: string } }; percent: number }) => [
          row.person.employeeNo,
          row.course.title.en,
          row.percent,
        ],
      );
      const csv = csvOf((await file(`locale=en&${query}`)).body).slice(1);
      expect(csv.map((line) => [line[0], line[4], Number(line[6])])).toEqual(expected);
      const xlsx = (await sheetOf((await file(`locale=en&format=xlsx&${query}`)).body)).slice(1);
      expect(xlsx.map((line) => [line[0], line[4], line[6]])).toEqual(expected);
    }
  });

  it('when a cell begins like a formula it should be disarmed in csv and stay a text in xlsx', async () => {
    const starts = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    for (const [n, start] of starts.entries()) {
      const person = await app.person({ name: `${start}cmd|' /C calc'!A0`, department: '云栖集/平台研发部' });
      await app.database.query('UPDATE person SET employee_no = $2 WHERE id = $1', [person.id, `00${n}`]);
    }
    await app.app.get(Reconciliation).handle({ personIds: null });
    const query = `departmentId=${fixture.departments.development}&courseId=${fixture.courses[0]}&sort=employeeNo`;
    const csv = csvOf((await file(query)).body).slice(1, -1);
    expect(csv.map(([no, name]) => [no, name])).toEqual(
      starts.map((start, n) => [`00${n}`, `'${start}cmd|' /C calc'!A0`]),
    );
    const xlsx = (await sheetOf((await file(`${query}&format=xlsx`)).body)).slice(1, -1);
    expect(xlsx.map(([no, name]) => [no, name])).toEqual(
      starts.map((start, n) => [`00${n}`, `${start}cmd|' /C calc'!A0`]),
    );
    await app.database.query(`UPDATE person SET status = 'left' WHERE employee_no LIKE '00%'`);
    await app.app.get(Reconciliation).handle({ personIds: null });
  });

  it('when HR is limited to a sub-tree it should hold nobody outside', async () => {
    const { client } = await app.signedIn({
      roles: ['hr'],
      department: '人力资源部',
      scope: '云栖集/客服中心/夜班',
    });
    expect(
      csvOf((await file('', client)).body)
        .slice(1)
        .map((line) => line[1]),
    ).toEqual(['罗绮', '罗绮']);
    expect(
      (await client.get(`/completion/rows/export?departmentId=${fixture.departments.company}`)).status,
    ).toBe(404);
  });

  describe('when it is large', () => {
    beforeAll(async () => {
      await app.database.query(
        `INSERT INTO person (employee_no, name, department_id, tier, created_at, updated_at)
         SELECT 'L' || lpad(n::text, 6, '0'), repeat('很长的名字', 12) || n, $1, 'frontline', now(), now() FROM generate_series(1, 30000) n`,
        [await app.department('大部门')],
      );
      await app.database.query(
        `INSERT INTO standing (person_id, course_id, department_id, tier, counted, progress, due_on)
         SELECT p.id, $1, p.department_id, p.tier, true, 'not_started', '2026-03-20' FROM person p WHERE employee_no LIKE 'L%'`,
        [fixture.courses[0]],
      );
    }, 60_000);

    /** Reads a little, lets `meanwhile` happen, and reads to the end. */
    const slowly = async (
      path: string,
      meanwhile: () => Promise<unknown>,
    ): Promise<{ complete: boolean; text: string }> => {
      const server = app.app.getHttpServer();
      if (!server.listening) await app.app.listen(0, '127.0.0.1');
      const person = await app.person({ roles: ['hr'], department: '人力资源部' });
      await app.as(person);
      const cookie = `${SESSION_COOKIE}=${await app.app.get(Sessions).open(app.database, person.id)}`;
      const request = get({
        port: (server.address() as AddressInfo).port,
        path: `/api${path}`,
        headers: { cookie },
      });
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      const chunks: Buffer[] = [];
      await once(response, 'readable');
      chunks.push(response.read() as Buffer);
      await meanwhile();
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      await new Promise((done) => response.once('close', done).once('error', () => undefined));
      return { complete: response.complete, text: Buffer.concat(chunks).toString() };
    };
    const killExports = () =>
      app.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND (query LIKE 'COPY (%' OR query LIKE 'FETCH %' OR query LIKE 'DECLARE %')`,
      );

    it('when nothing happens it should be complete', async () => {
      const { complete, text } = await slowly('/completion/rows/export?sort=employeeNo', () =>
        Promise.resolve(),
      );
      expect(complete).toBe(true);
      expect(text.split('\r\n')).toHaveLength(1 + 30_000 + 10 + 1);
    });

    it.each(['csv', 'xlsx'])(
      'when the database goes away half-way the %s should be visibly broken off',
      async (format) => {
        let killed = 0;
        const { complete } = await slowly(
          `/completion/rows/export?format=${format}`,
          async () => (killed = (await killExports()).length),
        );
        expect(killed).toBeGreaterThan(0);
        expect(complete).toBe(false);
      },
    );

    it('when exports have broken off it should still answer, with all its connections', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => fixture.hr.get('/completion/rows')));
      expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    });
  });
});

describe('GET /completion/board/export', () => {
  it('when the caller may not it should answer 401 or 403, for a wrong filter 400', async () => {
    expect((await app.client().get('/completion/board/export')).status).toBe(401);
    expect(
      (await (await app.signedIn({ department: '访客' })).client.get('/completion/board/export')).status,
    ).toBe(403);
    expect((await fixture.hr.get('/completion/board/export?locale=fr')).status).toBe(400);
  });

  it.each(['csv', 'xlsx'])(
    'when the board is exported as %s it should hold every number of the screen',
    async (format) => {
      const query = `departmentId=${fixture.departments.service}&tier=frontline`;
      const board = (await fixture.hr.get(`/completion/board?${query}`)).body;
      const { body, headers } = await bytes(
        fixture.hr.get(`/completion/board/export?${query}&format=${format}&locale=en`),
      );
      expect(headers['content-disposition']).toContain(`filename="completion-board-2026-03-02.${format}"`);
      const [header, ...lines] = format === 'csv' ? csvOf(body as Buffer) : await sheetOf(body as Buffer);
      expect(header).toEqual([
        'Department',
        'Course',
        'Tier',
        'Assigned',
        'Not started',
        'In progress',
        'Completed',
        'Overdue',
        'Completion (%)',
      ]);
      const found = new Map(
        lines.map((line) => [
          line.slice(0, 3).join('|'),
          line.slice(3).map((cell) => (cell === '' || cell === null ? null : Number(cell))),
        ]),
      );
      const numbers = (n: Record<string, number | null>) => [
        n.assigned,
        n.notStarted,
        n.inProgress,
        n.completed,
        n.overdue,
        n.completionPercent,
      ];
      const title = new Map(
        board.courses.map((course: { id: string; title: { en: string } }) => [course.id, course.title.en]),
      );
      const expected: [string, unknown][] = [
        ['云栖集/客服中心|All courses|All tiers', numbers(board.total)],
        ...board.byCourse.map((entry: { courseId: string; numbers: Record<string, number> }) => [
          `云栖集/客服中心|${title.get(entry.courseId)}|All tiers`,
          numbers(entry.numbers),
        ]),
        ...board.byTier.map((entry: { numbers: Record<string, number> }) => [
          '云栖集/客服中心|All courses|Frontline',
          numbers(entry.numbers),
        ]),
        ...board.rows.flatMap(
          (row: {
            own: boolean;
            path: string;
            numbers: Record<string, number>;
            cells: { courseId: string; numbers: Record<string, number> }[];
          }) => {
            const name = row.own ? `${row.path} (direct)` : row.path;
            return [
              [`${name}|All courses|All tiers`, numbers(row.numbers)],
              ...row.cells.map((cell) => [
                `${name}|${title.get(cell.courseId)}|Frontline`,
                numbers(cell.numbers),
              ]),
            ];
          },
        ),
      ];
      expect([...found]).toEqual(expected);
    },
  );
});
