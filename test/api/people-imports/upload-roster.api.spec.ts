import { readSheet } from 'read-excel-file/node';
import { parse } from 'csv-parse/sync';
import { textRow, workbook } from '../../../api/src/platform/spreadsheet/testing/workbook.js';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { csv, download, emptyStaff, importRoster, upload } from './support.js';

const row = (more: Record<string, string> = {}) => ({
  employee_no: '0001',
  name: '张伟',
  email: 'zhang@example.com',
  phone: '13812341234',
  department: '客服中心/在线组',
  tier: 'frontline',
  manager_no: '',
  ...more,
});

describe('roster imports', () => {
  let app: TestApp;
  let hr: TestClient;
  let trainer: TestClient;
  let scoped: TestClient;

  beforeAll(async () => {
    app = await TestApp.start();
    hr = (await app.signedIn({ name: '周映雪', roles: ['hr'], department: '人力资源部' })).client;
    trainer = (await app.signedIn({ roles: ['trainer'], department: '公共事务部' })).client;
    scoped = (await app.signedIn({ roles: ['hr'], department: '客服中心', scope: '客服中心' })).client;
  });
  afterAll(() => app.stop());
  beforeEach(() => emptyStaff(app));

  const errorsOf = async (client: TestClient, file: string | Buffer) => {
    const { body } = await upload(client, file);
    const { items } = (await client.get(`/people-imports/${body.id}/errors`)).body;
    return items.map((error: { line: number; column: string; code: string; otherLine: number | null }) => [
      error.line,
      error.column,
      error.code,
      error.otherLine,
    ]);
  };

  describe('POST /people-imports', () => {
    it('when the caller may not import it should refuse', async () => {
      expect(
        (
          await app
            .client()
            .post('/people-imports')
            .attach('file', Buffer.from(csv([row()])), 'r.csv')
        ).status,
      ).toBe(401);
      const { client } = await app.signedIn();
      expect((await upload(client, csv([row()]))).status).toBe(403);
    });

    it('when there is no file, another field or a body cut short it should say so', async () => {
      const none = { code: 'request.invalid', details: [{ path: 'file' }] };
      expect((await hr.post('/people-imports', {})).body).toMatchObject(none);
      expect((await hr.post('/people-imports').field('a', 'b')).body).toMatchObject(none);
      expect(
        (await hr.post('/people-imports').attach('roster', Buffer.from('x'), 'x.csv')).body,
      ).toMatchObject(none);
      const cut = await hr
        .post('/people-imports')
        .set('content-type', 'multipart/form-data; boundary=x')
        .send('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b');
      expect(cut.body).toMatchObject(none);
    });

    it('when the file is too large, unreadable or lacks columns it should say so', async () => {
      const large = await upload(hr, Buffer.alloc(20 * 1024 * 1024 + 1, 'x'));
      expect(large.body).toMatchObject({ statusCode: 413, code: 'people_import.too_large' });
      expect((await upload(hr, Buffer.from([0, 1, 2, 3]))).body.code).toBe('people_import.unreadable');
      expect((await upload(hr, 'employee_no,name\n1,x')).body).toMatchObject({
        statusCode: 400,
        code: 'people_import.column_missing',
        details: [{ path: 'department' }, { path: 'tier' }],
      });
      expect((await upload(hr, 'employee_no,name,tier,department,姓名\n1,x,manager,a,x')).body.code).toBe(
        'people_import.unreadable',
      );
      expect((await upload(hr, 'employee_no,name,tier,department\n\n')).body.code).toBe(
        'people_import.unreadable',
      );
      expect((await hr.get('/people-imports')).body.total).toBe(0);
    });

    it('when headings and words are Chinese, in any order, with other columns between, it should understand them', async () => {
      const file =
        '层级,部门,备注,*工号, 姓名 ,直属上级工号,状态,语言,入职日期\n高层管理人员,总裁办,x,001,沈砚秋,,在职,英文,2012年5月3日\n一线,总裁办/秘书组,y,002,宋𫖯,001,离职,,2024/1/9\n';
      const done = await importRoster(hr, file);
      expect(done).toMatchObject({
        status: 'committed',
        created: 2,
        ignoredColumns: ['备注'],
        departmentsCreated: ['总裁办', '总裁办/秘书组'],
      });
      const { items } = (await hr.get('/people?q=00&sort=employeeNo')).body;
      expect(items.slice(0, 2)).toMatchObject([
        { employeeNo: '001', tier: 'executive', locale: 'en', hireDate: '2012-05-03', status: 'active' },
        {
          employeeNo: '002',
          tier: 'frontline',
          locale: 'zh-CN',
          hireDate: '2024-01-09',
          status: 'left',
          manager: { name: '沈砚秋' },
        },
      ]);
    });

    it('when it is an xlsx workbook under any name it should read texts with their zeros, and days', async () => {
      const header = textRow(1, ['工号', '姓名', '部门', '层级', '入职日期']);
      const file = await workbook(
        `${header}<row><c t="inlineStr"><is><t>0007</t></is></c><c t="inlineStr"><is><t>刘䶮</t></is></c><c t="inlineStr"><is><t>安全部</t></is></c><c t="inlineStr"><is><t>中层</t></is></c><c s="1"><v>44197</v></c></row>`,
      );
      const { body } = await upload(hr, file, 'roster.csv');
      expect(body).toMatchObject({ format: 'xlsx', encoding: 'xlsx', status: 'ready', created: 1 });
      await hr.post(`/people-imports/${body.id}/commit`);
      expect((await hr.get('/people?q=0007')).body.items[0]).toMatchObject({
        name: '刘䶮',
        tier: 'manager',
        hireDate: '2021-01-01',
      });
    });

    it('when a cell of a workbook has a formula it should refuse the row', async () => {
      const file = await workbook(
        textRow(1, ['工号', '姓名', '部门', '层级']) +
          '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>A1&amp;"x"</f><v>x</v></c><c r="C2"><v>2</v></c><c r="D2" t="str"><f>"manager"</f><v>manager</v></c></row>',
      );
      expect(await errorsOf(hr, file)).toEqual([
        [2, 'name', 'formula', null],
        [2, 'tier', 'formula', null],
      ]);
    });

    it('when values are wrong it should name line, column and reason of each', async () => {
      const long = '长'.repeat(101);
      const file = csv([
        row({ phone: '+86 138-1234' }),
        row({ employee_no: '0002', email: 'ZHANG@example.com', name: '长'.repeat(51) }),
        row({ employee_no: '0003', email: '', name: '𠅤'.repeat(50), department: `a/${long}` }),
        row({ employee_no: '0004', email: '', department: 'a//b', name: '＝1+1' }),
        row({ employee_no: '-1', email: '', name: "O'Connor" }),
        row({ employee_no: '0006', email: '', name: '王\u0007', phone: '-1' }),
        row({ employee_no: '0007', email: '', name: '王\uE000', manager_no: 'nobody' }),
        row({ employee_no: 'a@b', email: '', name: '王\u202E' }),
      ]);
      expect(await errorsOf(hr, `${file}\n0009,少一列`)).toEqual([
        [3, 'name', 'name_too_long', null],
        [3, 'email', 'email_duplicate', 2],
        [4, 'department', 'value_too_long', null],
        [5, 'name', 'formula', null],
        [5, 'department', 'department_missing', null],
        [6, 'employee_no', 'formula', null],
        [7, 'name', 'character_invalid', null],
        [7, 'phone', 'formula', null],
        [8, 'name', 'character_invalid', null],
        [8, 'manager_no', 'manager_unknown', null],
        [9, 'employee_no', 'character_invalid', null],
        [9, 'name', 'character_invalid', null],
        [10, null, 'column_count', null],
      ]);
    });

    it('when managers stand later in the file, or form a ring through file and staff, it should find out', async () => {
      await importRoster(
        hr,
        csv([row({ employee_no: '1', manager_no: '2', email: '' }), row({ employee_no: '2', email: '' })]),
      );
      const [one] = (await hr.get('/people?q=1&sort=employeeNo')).body.items;
      expect(one.manager.employeeNo).toBe('2');
      expect(
        await errorsOf(
          hr,
          csv([
            row({ employee_no: '3', manager_no: '1', email: '' }),
            row({ employee_no: '2', manager_no: '3', email: '' }),
          ]),
        ),
      ).toEqual([
        [2, 'manager_no', 'manager_cycle', null],
        [3, 'manager_no', 'manager_cycle', 2],
      ]);
    });

    it('when an address belongs to somebody outside the file it should refuse, but two in the file may exchange theirs', async () => {
      const two = (a: string, b: string) =>
        csv([
          row({ employee_no: '1', email: a }),
          row({ employee_no: '2', email: b }),
          row({ employee_no: '3', email: '' }),
        ]);
      await importRoster(hr, two('a@example.com', 'b@example.com'));
      expect(await importRoster(hr, two('B@example.com', 'a@example.com'))).toMatchObject({
        status: 'committed',
        updated: 2,
        unchanged: 1,
      });
      expect(await errorsOf(hr, csv([row({ employee_no: '9', email: 'b@EXAMPLE.com' })]))).toEqual([
        [2, 'email', 'email_taken', null],
      ]);
    });

    it('when the caller is limited to a sub-tree it should refuse rows and people outside it', async () => {
      await importRoster(
        hr,
        csv([
          row({ employee_no: 'out', department: '安全部', email: '' }),
          row({ employee_no: 'in', email: '', manager_no: 'out' }),
        ]),
      );
      expect(
        await errorsOf(
          scoped,
          csv([
            row({ employee_no: 'out', email: '' }),
            row({ employee_no: 'in', email: '', department: '安全部' }),
            row({ employee_no: 'new', email: '', department: '客服中心二部' }),
          ]),
        ),
      ).toEqual([
        [2, 'employee_no', 'out_of_scope', null],
        [3, 'department', 'out_of_scope', null],
        [4, 'department', 'out_of_scope', null],
      ]);
      const below = csv([row({ employee_no: 'low', email: '', manager_no: 'out' })]);
      expect(await errorsOf(scoped, below)).toEqual([[2, 'manager_no', 'manager_unknown', null]]);
      // Who has a manager outside keeps them.
      const done = await importRoster(
        scoped,
        csv([row({ employee_no: 'in', email: '', manager_no: 'out', name: '新名' })]),
      );
      expect(done).toMatchObject({ status: 'committed', updated: 1 });
    });

    it('when it previews it should show errors first, then changes, then new people, and no whole telephone numbers', async () => {
      await importRoster(hr, csv([row({ employee_no: '1', email: '' })]));
      const { body } = await upload(
        hr,
        csv([
          row({ employee_no: '2', email: '' }),
          row({ employee_no: '1', email: '', phone: '13999995678', name: '张卫' }),
          row({ employee_no: '3', email: '', tier: 'x' }),
        ]),
      );
      expect(body).toMatchObject({ status: 'blocked', created: 1, updated: 1, errorCount: 1 });
      expect(body.sample.map((line: { line: number; action: string }) => [line.line, line.action])).toEqual([
        [4, 'error'],
        [3, 'update'],
        [2, 'create'],
      ]);
      expect(body.sample[1].changes).toEqual([
        { column: 'name', from: '张伟', to: '张卫' },
        { column: 'phone', from: '138****1234', to: '139****5678' },
      ]);
    });
  });

  describe('GET /people-imports', () => {
    it('when the caller is limited it should show only their own, and the others look missing', async () => {
      const whole = (await upload(hr, csv([row()]))).body;
      const own = (await upload(scoped, csv([row()]))).body;
      const ids = async (client: TestClient) =>
        (await client.get('/people-imports?order=desc')).body.items.map((item: { id: string }) => item.id);
      expect(await ids(scoped)).toEqual([own.id]);
      expect(await ids(hr)).toEqual([own.id, whole.id]);
      expect(whole.createdBy.name).toBe('周映雪');
      const missing = await scoped.get('/people-imports/00000000-0000-7000-8000-000000000000');
      for (const path of ['', '/errors', '/errors/export']) {
        const foreign = await scoped.get(`/people-imports/${whole.id}${path}`);
        expect(foreign.status).toBe(404);
        expect(foreign.body).toEqual(missing.body);
      }
      expect((await scoped.post(`/people-imports/${whole.id}/commit`)).body).toEqual(missing.body);
    });

    it('when an upload was not committed for a month it should be gone with the next one', async () => {
      const old = (await upload(hr, csv([row()]))).body;
      await app.database.query(`UPDATE people_import SET created_at = created_at - interval '31 days'`);
      const latest = (await upload(hr, csv([row()]))).body;
      expect((await hr.get(`/people-imports/${old.id}`)).status).toBe(404);
      expect((await hr.get(`/people-imports/${latest.id}`)).status).toBe(200);
    });
  });

  describe('GET /people-imports/:id/errors/export', () => {
    const refused = csv([row({ tier: 'boss', name: '=1+1' }), row({ employee_no: '0002', email: '' })]);

    it('when asked for csv it should give the original rows with line, column and reason, disarmed', async () => {
      const { body } = await upload(hr, refused);
      const { headers, text } = await hr.get(
        `/people-imports/${body.id}/errors/export?format=csv&locale=zh-CN`,
      );
      expect(headers['content-type']).toContain('text/csv');
      expect(headers['content-disposition']).toBe('attachment; filename="roster-errors.csv"');
      expect(text.startsWith('\uFEFF')).toBe(true);
      const [header, ...rows] = parse(text.slice(1)) as string[][];
      expect(header).toEqual([
        '行号',
        '所在列',
        '原因',
        'employee_no',
        'name',
        'email',
        'phone',
        'department',
        'tier',
        'manager_no',
      ]);
      expect(rows.map((cells) => cells.slice(0, 5))).toEqual([
        ['2', '姓名', '内容像公式（以 =、+、- 或 @ 开头），请改为普通文字', '0001', "'=1+1"],
        ['2', '层级', '层级应为：高层管理人员、中层管理人员、一线员工', '0001', "'=1+1"],
      ]);
    });

    it('when asked for xlsx in English it should give the same as texts', async () => {
      const { body } = await upload(hr, refused);
      const file = await download(hr.get(`/people-imports/${body.id}/errors/export?format=xlsx&locale=en`));
      const sheet = await readSheet(file);
      expect(sheet[0]!.slice(0, 4)).toEqual(['Line', 'Column', 'Reason', 'employee_no']);
      expect(sheet[1]!.slice(0, 5)).toEqual([2, 'name', expect.stringContaining('formula'), '0001', '=1+1']);
    });

    it('when the rows are put right in it and it comes back it should be understood', async () => {
      const { body } = await upload(hr, refused);
      const { text } = await hr.get(`/people-imports/${body.id}/errors/export`);
      const put = text
        .split('\r\n')
        .filter((_, i) => i < 2)
        .join('\n')
        .replace("'=1+1", '张伟')
        .replace('boss', '一线员工');
      expect(await importRoster(hr, put)).toMatchObject({
        status: 'committed',
        created: 1,
        ignoredColumns: ['行号', '所在列', '原因'],
      });
    });
  });

  describe('GET /people-imports/template', () => {
    it.each(['csv', 'xlsx'])(
      'when it comes back as %s it should import its two examples, in both languages',
      async (format) => {
        for (const locale of ['zh-CN', 'en']) {
          const done = await upload(
            trainer,
            await download(trainer.get(`/people-imports/template?format=${format}&locale=${locale}`)),
          );
          expect(done.body).toMatchObject({
            format,
            status: 'ready',
            rows: 2,
            created: 2,
            ignoredColumns: [],
          });
        }
        expect((await app.client().get('/people-imports/template')).status).toBe(401);
      },
    );
  });
});
