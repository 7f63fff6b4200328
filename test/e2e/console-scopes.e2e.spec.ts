import { startProduct, type Product } from '../support/product.js';
import { cellsOf, openConsole } from './support/console.js';
import { csvRows } from './support/csv-rows.js';

const CARE = '客户服务中心';
const MINUTES = 60_000;

describe('Somebody who may see a part only', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  }, 3 * MINUTES);
  afterAll(() => product.close());

  it(
    'as HR of one department should see that sub-tree in board, lists and files, and nothing beside it',
    async () => {
      const desk = await openConsole(product, '100013');
      try {
        const { page, hand } = desk;
        const inside = await product.database.query<{ name: string }>(
          `SELECT p.name FROM person p JOIN department d ON d.id = p.department_id WHERE d.path LIKE $1 ORDER BY p.name`,
          [`${CARE}%`],
        );
        const [assigned] = await product.database.query<{ n: number }>(
          `SELECT count(DISTINCT (a.person_id, a.course_id))::int AS n FROM assignment a JOIN person p ON p.id = a.person_id JOIN department d ON d.id = p.department_id
           WHERE d.path LIKE $1 AND a.withdrawn_at IS NULL`,
          [`${CARE}%`],
        );
        await hand.press(page.getByRole('link', { name: '人员', exact: true }));
        await page.getByText(`第 1–${inside.length} 条，共 ${inside.length} 条`).waitFor();
        await hand.press(page.getByRole('link', { name: '完成情况', exact: true }));
        await page.getByText(new RegExp(`^共 ${assigned!.n} 项培训任务`)).waitFor();
        const departments = (await cellsOf(page.locator('main table'))).map(([name]) => name);
        expect(departments.length).toBeGreaterThan(0);
        for (const name of departments) expect(name).toMatch(new RegExp(`${CARE}|在线客服组`));

        const [other] = await product.database.query<{ id: string }>(
          `SELECT id FROM department WHERE path = '内容安全部'`,
        );
        const [stranger] = await product.database.query<{ id: string }>(
          `SELECT id FROM person WHERE employee_no = '100032'`,
        );
        const file = await desk.context.request.get('/api/completion/rows/export?format=csv&locale=zh-CN');
        expect(csvRows(await file.text()).length - 1).toBe(assigned!.n);
        expect((await desk.context.request.get(`/api/people/${stranger!.id}`)).status()).toBe(404);
        await page.goto(`/admin/completion?departmentId=${other!.id}`);
        await page.getByText('内容加载失败').waitFor();
        expect(await page.getByText('苏禾').count()).toBe(0);
        expect(desk.foreign).toEqual([]);
        expect(desk.errors).toEqual([]);
      } finally {
        await desk.close();
      }
    },
    2 * MINUTES,
  );

  it(
    'as an auditor should see results and certificates, and be refused people, analytics and assignments',
    async () => {
      const desk = await openConsole(product, '100014', { locale: 'en-GB' });
      try {
        const { page, context } = desk;
        const menu = page.getByRole('navigation', { name: 'Main menu' });
        await menu.getByRole('link', { name: 'Completion' }).waitFor();
        expect(await menu.getByRole('link').allTextContents()).toEqual([
          'Departments',
          'Personal data',
          'Courses',
          'Programs',
          'Flash briefings',
          'Shift roster',
          'Delivery log',
          'Channels',
          'Completion',
          'Certification',
          'Readiness',
          'Certificates',
          'Evidence',
          'Audit trail',
        ]);
        for (const screen of [
          'people',
          'people-imports',
          'audience-rules',
          'questions',
          'analytics',
          'credentials',
          'settings',
        ]) {
          await page.goto(`/admin/${screen}`);
          await page.getByText('You do not have access to this screen').first().waitFor();
        }
        for (const path of ['people', 'people-imports', 'audience-rules', 'questions', 'analytics/topics'])
          expect({ path, status: (await context.request.get(`/api/${path}`)).status() }).toEqual({
            path,
            status: 403,
          });
        await page.goto('/admin/completion');
        await page.getByText(/assignments completed/).waitFor();
        expect(desk.foreign).toEqual([]);
        expect(desk.errors).toEqual([]);
      } finally {
        await desk.close();
      }
    },
    2 * MINUTES,
  );
});
