import { axeViolations, openBrowser, picture } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { openConsole, settled } from './support/console.js';
import { hands } from './support/hand.js';
import { signIn } from './support/sign-in.js';

const PUBLISHED = { zh: '我们如何处理您的信息。', en: 'How we handle your data.' };

const MINUTES = 60_000;

describe('The notice on personal data', () => {
  let product: Product;
  let admin: string;
  let learner: string;
  beforeAll(async () => {
    product = await startProduct();
    const one = async (where: string) =>
      (
        await product.database.query<{ no: string }>(
          `SELECT employee_no AS no FROM person WHERE status = 'active' AND ${where} ORDER BY employee_no LIMIT 1`,
        )
      )[0]!.no;
    admin = await one(`'admin' = ANY(roles)`);
    learner = await one(`roles = '{employee}' AND tier = 'frontline'`);
  }, 4 * MINUTES);
  afterAll(() => product.close());

  it(
    'should be published in the console, and read before anything else on a phone and at a desk',
    async () => {
      const desk = await openConsole(product, admin);
      try {
        const { page } = desk;
        await page.goto('/admin/privacy?tab=notice');
        await page.getByText('尚未发布告知书').waitFor();
        const publish = page.getByRole('button', { name: '发布第 1 版' });
        expect(await publish.isDisabled()).toBe(true);
        await page.getByRole('textbox', { name: '中文' }).fill(PUBLISHED.zh);
        await page.getByRole('textbox', { name: '英文' }).fill(PUBLISHED.en);
        await publish.click();
        await page.getByRole('button', { name: '确认' }).click();
        await page.getByText('人未确认').waitFor();
        await page.getByRole('tab', { name: '登记册' }).click();
        await page.getByText('evidence_entry').waitFor();
        await settled(page);
        await picture(page, 'privacy-register');
      } finally {
        await desk.close();
      }

      const phone = await openBrowser(product.url, { width: 390, height: 844, locale: 'zh-CN' });
      try {
        const { page } = phone;
        await page.goto('/');
        await signIn(page, hands(page).pointer, learner, 'zh-CN');
        await page.getByText(PUBLISHED.zh).waitFor();
        expect(await page.getByRole('navigation').count()).toBe(0);
        await picture(page, 'privacy-notice-phone');
        await page.getByRole('button', { name: '不同意' }).click();
        await page.getByText('不同意就不能使用').waitFor();
        await page.getByRole('button', { name: '返回阅读' }).click();
        await page.getByRole('button', { name: '我已阅读并知晓' }).click();
        await page.getByRole('navigation').first().waitFor();
        await page.reload();
        await page.getByRole('navigation').first().waitFor();
        expect(await page.getByText(PUBLISHED.zh).count()).toBe(0);

        await page.goto('/my-data');
        await page.getByRole('heading', { name: '我的数据', level: 1 }).waitFor();
        await page.getByText(/^第 1 版，您已于.+确认$/).click();
        await page.getByText(PUBLISHED.zh).waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await page.getByLabel('需要更正的内容').fill('部门应为在线客服组');
        await page.getByRole('button', { name: '提交申请' }).click();
        await page.getByText(/^已通知.+。$/).waitFor();
      } finally {
        await phone.close();
      }
      const accepted = await product.database.query<{ no: string }>(
        `SELECT p.employee_no AS no FROM notice_acceptance a JOIN person p ON p.id = a.person_id ORDER BY 1`,
      );
      expect(accepted.map(({ no }) => no).sort()).toEqual([admin, learner].sort());
    },
    3 * MINUTES,
  );

  it(
    'should stand before the console too, and let whoever declines out',
    async () => {
      const hr = (
        await product.database.query<{ no: string }>(
          `SELECT employee_no AS no FROM person WHERE 'hr' = ANY(roles) AND NOT 'admin' = ANY(roles) AND status = 'active' LIMIT 1`,
        )
      )[0]!.no;
      await product.database.query(`UPDATE person SET locale = 'zh-CN' WHERE employee_no = $1`, [hr]);
      const desk = await openBrowser(product.url, { width: 1280, height: 800, locale: 'zh-CN' });
      try {
        const { page } = desk;
        await page.goto('/admin/');
        await signIn(page, hands(page).pointer, hr, 'zh-CN');
        await page.getByText(PUBLISHED.zh).waitFor();
        expect(await page.getByRole('navigation', { name: '主菜单' }).count()).toBe(0);
        await page.getByRole('button', { name: '不同意' }).click();
        await page.getByRole('button', { name: '退出登录' }).click();
        await page.getByLabel('邮箱或工号').waitFor();
      } finally {
        await desk.close();
      }
    },
    2 * MINUTES,
  );
});
