import type { Locator } from 'playwright-core';
import { axeViolations, openBrowser, picture } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { RobotSink } from '../support/robot-sink.js';
import { openConsole, settled, type ConsoleLocale, type Desk } from './support/console.js';
import { hands } from './support/hand.js';
import { makeProgram, type ProgramSetting } from './support/programs.js';
import { signIn } from './support/sign-in.js';

const ADMIN = '100010';
const LATE = '100031';
const MINUTES = 60_000;

const WORDS = {
  'en-GB': {
    menu: 'Main menu', reminders: 'Reminders', log: 'Delivery log', channels: 'Channels', mails: 'Mails', steps: 'Steps', preview: 'The next 30 days', days: 'Days', save: 'Save', saved: 'The ladder has been saved.', close: 'Close',
    remove: 'Remove step 1', test: 'Send a test: E-mail', answer: 'No mail server is set up; the test mail', held: 'Held', add: 'Add a robot', name: 'Name', url: 'Webhook address', refused: 'Messages only go to https addresses on the public internet.', host: 'qyapi.weixin.qq.com', group: 'Crisis team',
    isNew: 'new', testOf: 'Send a test: ', wait: /Too many messages at once, says the chat system\. .*Answer: 429 slow down/, refusal: /It did not work\. Answer: 200 .*93000/, failed: 'Failed', sent: 'Sent', retry: 'Send again', retried: 'It is being sent again.',
  },
  'zh-CN': {
    menu: '主菜单', reminders: '提醒', log: '发送记录', channels: '消息渠道', mails: '邮件', steps: '步骤', preview: '未来 30 天', days: '天数', save: '保存', saved: '提醒规则已保存。', close: '关闭',
    remove: '删除第 1 步', test: '发送测试: 邮件', answer: '没有配置邮件服务器，测试邮件留存', held: '留存', add: '添加机器人', name: '名称', url: 'Webhook 地址', refused: '消息只能发往公网上的 https 地址。', host: 'qyapi.weixin.qq.com', group: '应急小组',
    isNew: '新增', testOf: '发送测试: ', wait: /平台表示发送太频繁.*对方答复：429 slow down/, refusal: /没有成功。对方答复：200 .*93000/, failed: '失败', sent: '已发送', retry: '重新发送', retried: '正在重新发送。',
  },
}; // prettier-ignore

const DESKS: ['pointer' | 'keyboard', ConsoleLocale, number][] = [
  ['pointer', 'zh-CN', 1440],
  ['keyboard', 'en-GB', 1280],
];

describe('Reminders', () => {
  let product: Product;
  let program: ProgramSetting;
  let chat: RobotSink;
  beforeAll(async () => {
    product = await startProduct();
    chat = await RobotSink.start();
    product.robots.post = chat.post;
    program = await makeProgram(product);
    // No hour is quiet, whenever this runs.
    await product.database.query(
      `UPDATE notification_setting SET digest_at = '00:00', quiet_from = '00:00', quiet_to = '00:00'`,
    );
    await product.jobs.run('reminder.plan', {});
    await product.jobs.run('delivery.send', {});
  }, 4 * MINUTES);
  afterAll(async () => {
    await product.close();
    await chat.stop();
  });

  it.each([
    ['zh-CN', false],
    ['en-GB', true],
  ] as const)(
    'should be at the bell of who is late, in %s on a phone',
    async (locale, dark) => {
      await product.database.query(`UPDATE delivery SET read_at = NULL`);
      const browser = await openBrowser(product.url, { width: 360, height: 740, mobile: true, locale, dark });
      const { page } = browser;
      const hand = hands(page).pointer;
      try {
        await product.database.query('UPDATE person SET locale = $2 WHERE employee_no = $1', [
          LATE,
          locale === 'en-GB' ? 'en' : locale,
        ]);
        await page.goto('/');
        await signIn(page, hand, LATE, locale);
        const zh = locale === 'zh-CN';
        await hand.press(page.getByRole('link', { name: zh ? '消息，1 条未读' : 'Messages, 1 unread' }));
        const title = zh ? '《值守资格》已逾期' : '“Watch duty” is overdue';
        await page.getByRole('heading', { level: 2, name: title }).waitFor();
        await page.getByText(zh ? '已逾期 40 天' : '40 days ago').waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
        expect(await axeViolations(page)).toEqual([]);
        await picture(page, `learn-inbox-${zh ? 'zh' : 'en-dark'}-360`);
        await hand.press(page.getByRole('button', { name: zh ? '全部标为已读' : 'Mark all as read' }));
        await page.getByRole('link', { name: zh ? '消息' : 'Messages', exact: true }).waitFor();
        await page.reload();
        await page.getByRole('heading', { level: 2, name: title }).waitFor();
        await page.getByRole('link', { name: zh ? '消息' : 'Messages', exact: true }).waitFor();
        expect(browser.foreign).toEqual([]);
        expect(browser.errors).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    2 * MINUTES,
  );

  describe.each(DESKS)('at the desk of an administrator, by %s in %s', (by, locale, width) => {
    const words = WORDS[locale];
    const language = locale === 'en-GB' ? 'en' : 'zh';
    let desk: Desk;
    beforeAll(async () => {
      desk = await openConsole(product, ADMIN, { locale, by, width });
    }, 2 * MINUTES);
    afterAll(() => desk.close());
    afterEach(() => {
      expect(desk.foreign).toEqual([]);
      expect(desk.errors).toEqual([]);
    });
    const open = async (name: string) => {
      const { page, hand } = desk;
      await hand.press(
        page.getByRole('navigation', { name: words.menu }).getByRole('link', { name, exact: true }),
      );
      await settled(page);
    };
    const noBarrier = async (name: string) => {
      await settled(desk.page);
      expect(await axeViolations(desk.page)).toEqual([]);
      await picture(desk.page, `admin-${name}-${language}-${width}`);
    };

    it(
      'should change a ladder with what it would do in sight',
      async () => {
        const { page, hand } = desk;
        await open(words.reminders);
        const preview = page.getByRole('region', { name: words.preview });
        await preview.getByText(program.title[language]).first().waitFor();
        await noBarrier('reminders');
        const first: Locator = page.getByRole('region', { name: words.steps }).getByLabel(words.days).nth(1);
        await hand.type(first, locale === 'en-GB' ? '21' : '25');
        await preview
          .getByText(locale === 'en-GB' ? '21 days before the due day' : '到期日之前 25 天')
          .first()
          .waitFor();
        await preview.getByText(words.isNew, { exact: true }).first().waitFor();
        expect(await axeViolations(page)).toEqual([]);
        const row = preview.locator('tbody tr').first();
        await hand.press(row.getByRole('button'));
        const names = page.getByRole('dialog');
        await names.getByRole('listitem').first().waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await hand.press(names.getByRole('button', { name: words.close }));
        await names.waitFor({ state: 'detached' });
        await hand.press(
          page.getByRole('region', { name: words.steps }).getByRole('button', { name: words.save }),
        );
        await page.getByText(words.saved).waitFor();
      },
      2 * MINUTES,
    );

    it(
      'should show what became of each message, and the mails that wait for a server',
      async () => {
        const { page, hand } = desk;
        await open(words.log);
        await page.getByText(words.held).first().waitFor();
        await noBarrier('deliveries');
        await open(words.mails);
        // Each in the language of who gets it.
        const title = /逾期|跟进|overdue|needs attention/;
        await page.getByRole('button', { name: title }).first().waitFor();
        await noBarrier('mails');
        await hand.press(page.getByRole('button', { name: title }).first());
        const mail = page.getByRole('dialog');
        await mail.locator('pre').waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await hand.press(mail.getByRole('button', { name: words.close }));
        await mail.waitFor({ state: 'detached' });
      },
      2 * MINUTES,
    );

    it(
      'should tell the truth about a channel and never show an address again',
      async () => {
        const { page, hand } = desk;
        await open(words.channels);
        await hand.press(page.getByRole('button', { name: words.test }));
        await page.getByText(words.answer).waitFor();
        await hand.press(page.getByRole('button', { name: words.add }));
        const dialog = page.getByRole('dialog');
        await hand.type(dialog.getByLabel(words.name), words.group);
        await hand.type(dialog.getByLabel(words.url), 'https://127.0.0.1/hook');
        await hand.press(dialog.getByRole('button', { name: words.save }));
        await dialog.getByText(words.refused).waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await hand.type(
          dialog.getByLabel(words.url),
          `https://${words.host}/cgi-bin/webhook/send?key=hidden-key`,
        );
        await hand.press(dialog.getByRole('button', { name: words.save }));
        await dialog.waitFor({ state: 'detached' });
        await page.getByRole('article', { name: words.group }).getByText(words.host).waitFor();
        expect(await page.content()).not.toContain('hidden-key');
        await noBarrier('channels');
        const card = page.getByRole('article', { name: words.group });
        const test = card.getByRole('button', { name: words.testOf + words.group });
        chat.answer = () => ({ status: 429, headers: { 'retry-after': '90' }, body: 'slow down' });
        await hand.press(test);
        await card.getByText(words.wait).waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await product.database.query('UPDATE robot SET paused_until = NULL');
        chat.answer = () => ({ body: '{"errcode":93000,"errmsg":"invalid webhook url"}' });
        await hand.press(test);
        await card.getByText(words.refusal).waitFor();
      },
      2 * MINUTES,
    );

    it(
      'should send again what has failed, once the group takes it',
      async () => {
        const { page, hand } = desk;
        chat.answer = () => ({});
        await open(words.log);
        const failed = page.getByRole('row').filter({ hasText: words.group }).filter({ hasText: '93000' });
        await failed.getByText(words.failed, { exact: true }).waitFor();
        const before = chat.calls.length;
        await hand.press(failed.getByRole('button', { name: words.retry }));
        await page.getByText(words.retried).waitFor();
        await product.jobs.run('delivery.send', {});
        while (chat.calls.length === before) await page.waitForTimeout(50);
        await page.reload();
        await settled(page);
        const row = page.getByRole('row').filter({ hasText: words.group });
        await row.getByText(words.sent, { exact: true }).waitFor();
        expect(await row.filter({ hasText: '93000' }).count()).toBe(0);
      },
      2 * MINUTES,
    );
  });
});
