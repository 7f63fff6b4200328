import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { refreshStandings } from '../../api/src/modules/standings/index.js';
import { openBrowser, picture } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { csvRows } from './support/csv-rows.js';
import {
  cellsOf,
  downloaded,
  numberIn,
  openConsole,
  settled,
  type ConsoleLocale,
  type Desk,
} from './support/console.js';
import { hands } from './support/hand.js';
import { LearnerClient } from './support/learner-client.js';

const DIRTY = join(__dirname, '../fixtures/rosters/roster-dirty.csv');
const HR = '100012';
const CARE = '客户服务中心';
const MINUTES = 60_000;

const WORDS = {
  'en-GB': {
    menu: 'Main menu', completion: 'Completion', analytics: 'Analytics', asTable: /^Show as table/, openPeople: /^Open the people behind/, behind: 'People behind the number', people: 'People', imports: 'Imports', handOut: 'Sign-in handout',
    department: 'Department', courses: 'Courses', frontline: 'Frontline', completed: 'Completed', assigned: 'Assigned', show: ': 1, show people',
    board: 'Completion', exportBoard: 'Export this table', export: 'Export', csv: 'CSV file', xlsx: 'Excel file', toRows: 'List of people',
    profile: 'Profile', training: 'Training', range: (n: number) => `1-${n} of ${n}`, upload: 'Upload roster', uploadFirst: 'Upload a roster', search: 'Name, initials or number', give: 'Hand out sign-in', choose: 'Choose file',
    blocked: 'Has errors', errorFile: 'Download the error rows', errors: 'Errors', make: 'Make the handout', save: 'Save as CSV', overdue: 'Overdue', yes: 'Yes',
    people_count: (n: number) => `For ${n} person a way in`, close: 'Close profile',
  },
  'zh-CN': {
    menu: '主菜单', completion: '完成情况', analytics: '学习分析', asTable: /^以表格显示/, openPeople: /^查看“.*”对应的人员/, behind: '对应人员', people: '人员', imports: '导入花名册', handOut: '发放登录凭据',
    department: '部门', courses: '课程', frontline: '一线员工', completed: '已完成', assigned: '应完成', show: '：1，查看人员',
    board: '完成情况', exportBoard: '导出本表', export: '导出', csv: 'CSV 文件', xlsx: 'Excel 文件', toRows: '人员明细',
    profile: '人员资料', training: '培训', range: (n: number) => `第 1–${n} 条，共 ${n} 条`, upload: '上传花名册', uploadFirst: '上传花名册', search: '姓名、首字母或工号', give: '发放登录凭据', choose: '选择文件',
    blocked: '有错误', errorFile: '下载错误行', errors: '错误', make: '生成凭据', save: '保存为 CSV', overdue: '已逾期', yes: '是',
    people_count: (n: number) => `已为 ${n} 人`, close: '关闭资料',
  },
}; // prettier-ignore

const DESKS: [('pointer' | 'keyboard'), ConsoleLocale][] = [['pointer', 'en-GB'], ['keyboard', 'zh-CN']]; // prettier-ignore

describe.each(DESKS)('HR at a desk, by %s in %s', (by, locale) => {
  const words = WORDS[locale];
  const isEnglish = locale === 'en-GB';
  let product: Product;
  let desk: Desk;
  let courses: { id: string; title: string }[];

  beforeAll(async () => {
    product = await startProduct();
    courses = await product.database.query(
      `SELECT c.id, v.title->>$1 AS title FROM course c JOIN course_version v ON v.id = c.published_version_id ORDER BY c.position`,
      [isEnglish ? 'en' : 'zh'],
    );
    await learnSomething();
    desk = await openConsole(product, HR, { locale, by });
  }, 4 * MINUTES);
  afterAll(() => desk.close());
  afterAll(() => product.close());
  afterEach(() => {
    expect(desk.foreign).toEqual([]);
    expect(desk.errors).toEqual([]);
  });

  /** Demo people at different places of their courses, and one department past a due day. */
  async function learnSomething(): Promise<void> {
    const [first, second, third] = [courses[0]!, courses[1]!, courses[2]!];
    const everybody = await product.database.query<{ employee_no: string }>(
      `SELECT employee_no FROM person WHERE demo AND employee_no NOT IN ('100030', '100032') ORDER BY employee_no`,
    );
    for (const [index, person] of everybody.entries())
      await (await LearnerClient.signIn(product, person.employee_no)).finish(first.id, index % 3);
    const again = await LearnerClient.signIn(product, '100031');
    await again.finish(second.id, 1);
    await again.readAll(third.id, 2);
    await (await LearnerClient.signIn(product, '100030')).readAll(first.id, 1);
    await (await LearnerClient.signIn(product, '100032')).readAll(first.id, 3);
    await spreadOverWeeks();
    const late = await product.database.query<{ person_id: string }>(
      `UPDATE assignment a SET due_on = current_date - 10 FROM person p JOIN department d ON d.id = p.department_id
       WHERE p.id = a.person_id AND a.course_id = $1 AND d.path LIKE '内容安全部%' RETURNING a.person_id`,
      [first.id],
    );
    await refreshStandings(product.database, {
      personIds: late.map((row) => row.person_id),
      courseIds: [first.id],
    });
  }

  /** As if people had learned for six weeks; 100031 finished today, and whoever has not finished stopped nine days ago. */
  async function spreadOverWeeks(): Promise<void> {
    const { database } = product;
    const weeks = `SELECT p.id, (row_number() OVER (ORDER BY p.employee_no) % 6) * interval '1 week' AS ago
                   FROM person p WHERE p.demo AND p.employee_no <> '100031'`;
    for (const [table, column] of [
      ['completion', 'completed_at'],
      ['enrolment', 'completed_at'],
      ['attempt', 'finished_at'],
    ] as const)
      await database.query(
        `UPDATE ${table} t SET ${column} = ${column} - w.ago FROM (${weeks}) w WHERE w.id = t.person_id`,
      );
    await database.query(
      `UPDATE enrolment e SET last_activity_at = last_activity_at - interval '9 days' FROM person p
       WHERE p.id = e.person_id AND p.employee_no IN ('100030', '100032')`,
    );
    const people = await database.query<{ id: string }>('SELECT id FROM person WHERE demo');
    await refreshStandings(database, { personIds: people.map(({ id }) => id) });
  }

  /** By the menu; until the screen is there, the one before it still is. */
  const openScreen = async (name: string) => {
    await desk.hand.press(
      desk.page.getByRole('navigation', { name: words.menu }).getByRole('link', { name, exact: true }),
    );
    await desk.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  };
  const shoot = async (name: string) => {
    await settled(desk.page);
    await picture(desk.page, name);
  };
  const one = async <T = number>(sql: string, values: unknown[] = []) => {
    const [row] = await product.database.query<{ value: T }>(sql, values);
    return row!.value;
  };
  const exported = (button: string, format: 'csv' | 'xlsx') =>
    downloaded(desk.page, async () => {
      await desk.hand.press(desk.page.getByRole('button', { name: button, exact: true }));
      await desk.hand.pick(desk.page.getByRole('menuitem', { name: words[format] }));
    });
  /** Lines of a file without its header; numbers as text, empty cells as ''. */
  const linesOf = async (button: string, format: 'csv' | 'xlsx') => {
    const { name, bytes } = await exported(button, format);
    expect(name).toMatch(new RegExp(`\\.${format}$`));
    const rows =
      format === 'csv' ? csvRows(bytes.toString('utf8')) : ((await readSheet(bytes)) as unknown[][]);
    return rows
      .slice(1)
      .map((row) =>
        row.map((cell) => (cell === null || cell === undefined ? '' : String(cell as string | number))),
      );
  };

  it(
    'should cut the board by department, tier and course, and open the people behind a number',
    async () => {
      const { page, hand } = desk;
      await openScreen(words.completion);
      const board = page.getByRole('region', { name: words.board, exact: true });
      const assigned = await one(
        `SELECT count(DISTINCT (person_id, course_id))::int AS value FROM assignment WHERE withdrawn_at IS NULL`,
      );
      const completed = await one('SELECT count(*)::int AS value FROM completion');
      const total = board.getByRole('status');
      await total.waitFor();
      const said = (await total.textContent())!.match(/\d[\d,]*/g)!.map(numberIn);
      expect(said).toEqual(expect.arrayContaining([assigned, completed]));
      await shoot(isEnglish ? 'admin-completion-en-1440' : 'admin-completion-zh-1440');

      const department = page.getByRole('combobox', { name: words.department });
      await hand.type(department, CARE);
      await hand.pick(page.getByRole('option', { name: new RegExp(`^${CARE}`) }));
      await hand.press(page.getByRole('search').getByRole('button', { name: words.frontline }));
      await hand.type(page.getByRole('combobox', { name: words.courses }), courses[0]!.title);
      await hand.pick(page.getByRole('option', { name: courses[0]!.title }));
      const people = await one(
        `SELECT count(*)::int AS value FROM person p JOIN department d ON d.id = p.department_id WHERE d.path LIKE $1 AND p.tier = 'frontline'`,
        [`${CARE}%`],
      );
      const link = page.getByRole('link', {
        name: new RegExp(`^在线客服组, ${courses[0]!.title}, ${words.assigned}`),
      });
      await board
        .getByText(
          new RegExp(isEnglish ? `^1 of ${people} assignments` : `^共 ${people} 项培训任务，已完成 1 项`),
        )
        .waitFor();
      expect(numberIn(await link.textContent())).toBe(people);
      await hand.press(link);
      await page.getByText(words.range(people)).waitFor();
      expect(await page.locator('main table tbody tr').count()).toBe(people);

      await page.goBack();
      await hand.press(
        page.getByRole('link', { name: `在线客服组, ${courses[0]!.title}, ${words.completed}${words.show}` }),
      );
      await page.getByText(words.range(1)).waitFor();
      await hand.press(page.locator('main table').getByRole('link', { name: '刘䶮' }));
      const profile = page.getByRole('dialog', { name: words.profile });
      await profile.getByRole('heading', { name: '刘䶮' }).waitFor();
      await hand.press(profile.getByRole('tab', { name: words.training }));
      await profile.getByText(courses[0]!.title, { exact: true }).waitFor();
      expect(await profile.getByText(words.completed, { exact: true }).count()).toBe(2);
      await page.keyboard.press('Escape');
      await profile.waitFor({ state: 'detached' });
    },
    2 * MINUTES,
  );

  it(
    'should download exactly what the screen shows, people and board, as csv and as xlsx',
    async () => {
      const { page, hand } = desk;
      await openScreen(words.completion);
      await hand.type(page.getByRole('combobox', { name: words.department }), CARE);
      await hand.pick(page.getByRole('option', { name: new RegExp(`^${CARE}`) }));
      await page.getByRole('row', { name: /^在线客服组/ }).waitFor();
      await settled(page);
      const lines = (
        await cellsOf(page.getByRole('region', { name: words.board, exact: true }).locator('table'))
      ).map((cells) => cells.slice(0, 2));
      for (const format of ['csv', 'xlsx'] as const) {
        const file = await linesOf(words.exportBoard, format);
        const sums = file.filter(
          (row) => row[0] !== CARE && row[1] === file[0]![1] && row[2] === file[0]![2],
        );
        // Completed / assigned of each line on screen; the file names departments by their path.
        expect(sums.map((row) => `${row[6]} / ${row[3]}`)).toEqual(
          lines.map((cells) => cells[1]!.match(/^\d+ \/ \d+/)![0]),
        );
        for (const [index, row] of sums.entries())
          expect(row[0]).toContain(lines[index]![0]!.replace(/[（,].*$/, '').split(' ')[0]);
      }

      await hand.press(page.getByRole('link', { name: words.toRows }));
      const shown = await one(
        `SELECT count(DISTINCT (a.person_id, a.course_id))::int AS value FROM assignment a JOIN person p ON p.id = a.person_id
         JOIN department d ON d.id = p.department_id WHERE d.path LIKE $1 AND a.withdrawn_at IS NULL`,
        [`${CARE}%`],
      );
      await page.getByText(words.range(shown)).waitFor();
      await settled(page);
      const cells = await cellsOf(page.locator('main table'));
      expect(cells.length).toBe(shown);
      for (const format of ['csv', 'xlsx'] as const) {
        const file = await linesOf(words.export, format);
        expect(file.length).toBe(shown);
        const asShown = file.map(([no, name, path, tier, course, state, percent, late]) => [
          name, no, path, tier, course, late === words.yes ? words.overdue : state, `${percent}%`,
        ]); // prettier-ignore
        expect(asShown).toEqual(cells.map((row) => row.slice(0, 7)));
        expect(file.map((row) => row[12])).toEqual(
          cells.map((row) => row[9]!.replace('%', '').replace('—', '')),
        );
      }
    },
    2 * MINUTES,
  );

  it(
    'should be shown the rows that stop an import, and take them along as a file',
    async () => {
      const { page, hand } = desk;
      const before = await one('SELECT count(*)::int AS value FROM person');
      await openScreen(words.imports);
      await settled(page);
      await hand.press(
        page
          .getByRole('link', { name: words.upload })
          .or(page.getByRole('link', { name: words.uploadFirst }))
          .first(),
      );
      const chooser = page.getByLabel(words.choose);
      await chooser.focus();
      await chooser.setInputFiles(DIRTY);
      await page.getByText(words.blocked, { exact: true }).waitFor({ timeout: MINUTES });
      const errors = await one(
        `SELECT (report->>'errorCount')::int AS value FROM people_import ORDER BY created_at DESC LIMIT 1`,
      );
      expect(errors).toBeGreaterThanOrEqual(13);
      const table = page.locator('section[aria-labelledby=import-errors] table');
      await table.waitFor();
      const rows = await cellsOf(table);
      const file = await linesOf(words.errorFile, 'csv');
      expect(file.length).toBe(errors);
      expect(rows.length).toBe(Math.min(errors, 25));
      expect(rows.map((row) => row[0])).toEqual(file.slice(0, rows.length).map((row) => row[0]));
      expect(await one('SELECT count(*)::int AS value FROM person')).toBe(before);
    },
    2 * MINUTES,
  );

  it(
    'should hand out a link that opens the learner app once and asks for a password',
    async () => {
      const { page, hand, context } = desk;
      const departmentId = await one<string>('SELECT id AS value FROM department WHERE path = $1', [
        `${CARE}/在线客服组`,
      ]);
      const made = await context.request.post('/api/people', {
        data: { employeeNo: '200001', name: '新同事', departmentId, tier: 'frontline', locale: 'zh-CN' },
      });
      expect(made.status()).toBe(201);
      await openScreen(words.people);
      await page.getByRole('link', { name: '新同事' }).waitFor();
      if (!isEnglish) await shoot('admin-people-zh-1440');
      await hand.type(page.getByPlaceholder(words.search), '新同事');
      await page.getByText(words.range(1)).waitFor();
      await hand.press(page.getByRole('link', { name: '新同事' }));
      await hand.press(
        page.getByRole('dialog', { name: words.profile }).getByRole('link', { name: words.give }),
      );
      await hand.press(page.getByRole('button', { name: words.make }));
      await page.getByText(words.people_count(1)).waitFor();
      const secret = (await page.locator('main table code').textContent())!;
      const { bytes } = await downloaded(page, () =>
        hand.press(page.getByRole('button', { name: words.save })),
      );
      expect(bytes.toString('utf8')).toContain(secret);

      const phone = await openBrowser(product.url, { width: 360, height: 740, mobile: by === 'pointer' });
      try {
        const finger = hands(phone.page)[by];
        const link = new URL(secret);
        await phone.page.goto(link.pathname + link.search + link.hash);
        await phone.page.getByRole('heading', { name: '请设置自己的密码' }).waitFor();
        await finger.type(phone.page.getByLabel('新密码'), 'quiet river 7 lanterns');
        await finger.press(phone.page.getByRole('button', { name: '保存新密码' }));
        await phone.page.getByRole('link', { name: '开始学习' }).first().waitFor();
        expect(phone.errors).toEqual([]);
      } finally {
        await phone.close();
      }
      const again = await fetch(`${product.url}/api/auth/redeem-link`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: secret.split(/[/=#]/).at(-1) }),
      });
      expect(again.ok).toBe(false);
    },
    2 * MINUTES,
  );

  it(
    'should see four figures of the analytics, and open the people behind one',
    async () => {
      const { page, hand } = desk;
      await openScreen(words.analytics);
      await page.getByRole('img').nth(3).waitFor();
      if (isEnglish) await shoot('admin-analytics-en-1440');
      await hand.press(page.getByRole('button', { name: words.asTable }).first());
      const behind = page.getByRole('link', { name: words.openPeople });
      await behind.first().waitFor();
      await hand.press(behind.last());
      await page.getByRole('heading', { level: 1, name: words.behind }).waitFor();
      // The last line is this week, in the zone of the organisation.
      const completed = await one(
        `SELECT count(*)::int AS value FROM completion WHERE date_trunc('week', completed_at AT TIME ZONE 'Asia/Shanghai')
           = date_trunc('week', now() AT TIME ZONE 'Asia/Shanghai')`,
      );
      await page.getByText(words.range(completed)).waitFor();
    },
    MINUTES,
  );
});
