import type { Page } from 'playwright-core';
import { axeViolations, openBrowser, picture, type TestBrowser } from '../support/browser.js';
import { MovedClock } from '../support/moved-clock.js';
import { startProduct, type Product } from '../support/product.js';
import { openConsole, settled, type Desk } from './support/console.js';
import { hands, type Hand } from './support/hand.js';
import { signIn } from './support/sign-in.js';

const TRAINER = '100011';
/** Of the online service desk; the leader of the desk is her manager. */
const AGENT = '100031';
const LEADER = '100030';
const MINUTES = 60_000;

/** The gaps of the template, as the Chinese console asks for them. */
const GAPS: [string, string][] = [
  ['开始时间', '20:05'],
  ['多少分钟更新一次', '30'],
  ['应急值班电话', '8001'],
];
const TWICE: [string, string, string][] = [
  ['哪项功能', '直播下单', 'Live checkout'],
  ['影响范围', '全国约三成用户', 'about a third of users'],
  ['内部进展发布在哪里', '“故障进展”工作群', 'the “Outage” group'],
];

describe('A flash briefing', () => {
  let product: Product;
  let desk: Desk;
  let phone: TestBrowser;
  let finger: Hand;
  let id: string;
  const clock = new MovedClock();

  beforeAll(async () => {
    product = await startProduct({}, clock);
    desk = await openConsole(product, TRAINER, { locale: 'zh-CN', width: 1440 });
    phone = await openBrowser(product.url, { width: 360, height: 740, mobile: true });
    finger = hands(phone.page).pointer;
    await phone.page.goto('/');
    await signIn(phone.page, finger, AGENT, 'zh-CN');
    await phone.page.getByRole('navigation').first().waitFor();
  }, 4 * MINUTES);
  afterAll(async () => {
    await desk.close();
    await phone.close();
    await product.close();
  });
  afterEach(() => {
    for (const { foreign, errors } of [desk, phone]) expect([...foreign, ...errors]).toEqual([]);
  });

  const phoneLooks = async () => {
    await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  };
  const noBarrier = async (page: Page) => expect(await axeViolations(page)).toEqual([]);

  /** Writes the briefing from its template; the audience is a condition on the department and the position. */
  const write = async (page: Page) => {
    const { pointer } = hands(page);
    await page.goto('/admin/briefings/create');
    await pointer.press(page.getByLabel('从哪里开始'));
    await pointer.pick(page.getByRole('option', { name: '服务中断' }));
    await page.getByText('还有 6 处没有填写。').waitFor();
    for (const [label, value] of GAPS) await pointer.type(page.getByLabel(label), value);
    for (const [label, zh, en] of TWICE) {
      await pointer.type(page.getByLabel(`${label}（中文）`), zh);
      await pointer.type(page.getByLabel(`${label}（英文）`), en);
    }
    await pointer.tick(page.getByLabel('按条件组合（且、或、非）'));
    await pointer.press(page.getByLabel('条件 1', { exact: true }));
    await pointer.pick(page.getByRole('option', { name: '岗位' }));
    await pointer.type(page.getByLabel('取值'), '客服代表');
    await page.keyboard.press('Enter');
  };

  it(
    'should keep a roster in the console, and say which row of a file is wrong',
    async () => {
      const { page, hand } = desk;
      await hand.press(
        page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '班次表' }),
      );
      await page.getByText('这一周还没有班次').waitFor();
      await hand.press(page.getByRole('button', { name: '导入 CSV' }));
      const dialog = page.getByRole('dialog');
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(clock.now());
      const file = (rows: string[]) => ({
        name: '排班.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(['工号,日期,上班时间,下班时间,备注', ...rows].join('\n')),
      });
      const upload = dialog.getByLabel('选择文件');
      await upload.setInputFiles(file([`${AGENT},${today},09:00,25:00,`, `999999,${today},09:00,18:00,`]));
      await dialog.getByText('2 行中有 2 处错误').waitFor();
      await dialog.getByText('没有这个工号的在职人员，或不在您的部门范围内。').waitFor();
      await settled(page);
      await noBarrier(page);
      await picture(page, 'admin-shift-file-zh-1440');
      expect(await dialog.getByRole('button', { name: '写入 2 行' }).isDisabled()).toBe(true);
      await upload.setInputFiles(file([`${AGENT},${today},00:00,24:00,`, `${LEADER},${today},22:00,06:00,`]));
      await hand.press(dialog.getByRole('button', { name: '写入 2 行' }));
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: /22:00–06:00 次日/ }).waitFor();
      await page.getByRole('region', { name: '正在当班' }).getByText('刘䶮').waitFor();
      await settled(page);
      await noBarrier(page);
      await picture(page, 'admin-shifts-zh-1440');
      await hand.press(page.getByRole('button', { name: /刘䶮/ }));
      await hand.type(page.getByRole('dialog').getByLabel('上班'), '00:30');
      await noBarrier(page);
      await hand.press(page.getByRole('dialog').getByRole('button', { name: '保存' }));
      await page.getByRole('button', { name: /00:30–00:00 次日/ }).waitFor();
      await hand.press(page.getByRole('button', { name: /22:00–06:00 次日/ }));
      await hand.press(page.getByRole('dialog').getByRole('button', { name: '删除' }));
      await page.getByRole('button', { name: /22:00–06:00 次日/ }).waitFor({ state: 'detached' });
    },
    2 * MINUTES,
  );

  it(
    'should say aloud when it reaches nobody or everybody, and from two tabs and a double click go out once',
    async () => {
      const { page, context } = desk;
      await page.goto('/admin/briefings/create');
      await page.getByText(/^这是您能发送到的全体人员/).waitFor();
      await write(page);
      const reach = page.getByRole('region', { name: '将发给' });
      await reach.getByText('刘䶮', { exact: false }).waitFor();
      await page.getByLabel('班次', { exact: true }).click();
      await page.getByRole('option', { name: '仅其中正在当班的人' }).click();
      await page.getByLabel('取值').fill('不存在的岗位');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '客服代表' }).locator('svg').click();
      await reach.getByText('其中现在没有人当班，无法发送。', { exact: false }).waitFor();
      expect(await page.getByRole('button', { name: '立即发送' }).isDisabled()).toBe(true);

      await page.goto('/admin/');
      const other = await context.newPage();
      await write(page);
      await write(other);
      for (const tab of [page, other]) {
        await tab.getByRole('region', { name: '将发给' }).getByText('刘䶮', { exact: false }).waitFor();
        await settled(tab);
      }
      await noBarrier(page);
      await picture(page, 'admin-briefing-new-zh-1440');
      await Promise.all([page, other].map((tab) => tab.getByRole('button', { name: '立即发送' }).click()));
      await Promise.all([
        page.getByRole('button', { name: '确认发送' }).dblclick(),
        other.getByRole('button', { name: '确认发送' }).click(),
      ]);
      for (const tab of [page, other])
        await tab.getByText('进行中：真实事件，不是演练。', { exact: false }).waitFor();
      const sent = await product.database.query<{ id: string; asked: number; told: number }>(
        `SELECT b.id, (SELECT count(*)::int FROM briefing_receipt r WHERE r.briefing_id = b.id) AS asked,
           (SELECT count(*)::int FROM delivery y WHERE y.kind = 'briefing') AS told FROM briefing b`,
      );
      expect(sent).toMatchObject([{ told: sent[0]!.asked * 2 }]);
      id = sent[0]!.id;
      for (const tab of [page, other]) expect(tab.url()).toContain(`/briefings/${id}/show`);
      await other.close();
    },
    3 * MINUTES,
  );

  it(
    'should stand before everything on the phone, be acknowledged when it was understood, and move the board by itself',
    async () => {
      const { page } = phone;
      await phoneLooks();
      const card = page.getByRole('dialog', { name: '直播下单故障' });
      await card.getByRole('heading', { name: '现在请做' }).waitFor();
      // Reading begins at the top, whatever in it can have the focus.
      expect(await card.evaluate((element) => element.scrollTop)).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await noBarrier(page);
      await picture(page, 'learn-briefing-zh-360');
      await page.emulateMedia({ colorScheme: 'dark' });
      await noBarrier(page);
      await picture(page, 'learn-briefing-zh-dark-360');
      await page.emulateMedia({ colorScheme: 'light' });
      const answer = card.getByRole('button', { name: '我已阅读，照此执行' });
      await finger.press(answer);
      await card.getByText('请先回答所有问题。').waitFor();
      await finger.tick(card.getByLabel('半小时内一定恢复。'));
      await finger.press(answer);
      await card.getByText('这题答得不对', { exact: false }).waitFor();
      await noBarrier(page);
      await finger.tick(card.getByLabel('目前不知道，下一次更新会在官方账号公布。'));
      await finger.press(answer);
      await card.waitFor({ state: 'detached' });
      const row = desk.page.getByRole('row', { name: /^全部人员/ });
      await row.getByRole('link', { name: '1', exact: true }).first().waitFor();
    },
    2 * MINUTES,
  );

  it(
    'should name who did not answer to the manager when the clock has run out, and ask whoever joins meanwhile',
    async () => {
      const { page, hand } = desk;
      // One more agent, whose manager is the leader of the desk, comes while it runs.
      await product.database.query(
        `INSERT INTO person (employee_no, name, email, department_id, tier, position, roles, manager_id, created_at, updated_at)
         SELECT '100099', '新来的', 'new@example.com', department_id, 'frontline', '客服代表', '{employee}', id, now(), now()
         FROM person WHERE employee_no = $1`,
        [LEADER],
      );
      await product.jobs.run('briefing.join', {});
      await page.getByText('其间加入 1 人。', { exact: false }).waitFor();
      clock.advance({ minutes: 11 });
      await product.jobs.run('briefing.escalate', {});
      await page.getByText(/已就 \d+ 人通知直属上级/).waitFor();
      await hand.press(
        page
          .getByRole('row', { name: /^全部人员/ })
          .getByRole('link')
          .last(),
      );
      await page
        .getByRole('row', { name: /新来的/ })
        .getByText('后加入', { exact: false })
        .waitFor();
      await settled(page);
      await noBarrier(page);
      await picture(page, 'admin-briefing-board-zh-1440');
      const inbox = await product.database.query<{ title: { zh: string } }>(
        `SELECT message->'title' AS title FROM delivery d JOIN person p ON p.id = d.person_id
         WHERE p.employee_no = $1 AND d.channel = 'inbox' AND d.kind = 'briefing' AND effect_key LIKE '%:late:%'`,
        [LEADER],
      );
      expect(inbox.map(({ title }) => title.zh)).toEqual(['1 人还没有确认紧急通报《直播下单故障》']);
    },
    2 * MINUTES,
  );

  it(
    'when corrected it should come again and say first what changed; when stopped it should be gone',
    async () => {
      const { page, hand } = desk;
      await hand.press(page.getByRole('button', { name: '更正' }));
      const dialog = page.getByRole('dialog');
      await hand.type(dialog.getByLabel('更正了什么（中文）'), '恢复时间已经确定：21:30。');
      await hand.type(dialog.getByLabel('更正了什么（英文）'), 'It will be back at 21:30.');
      await hand.type(dialog.getByLabel('尚不清楚（选填）（中文）'), '故障原因还没有确定。');
      await hand.type(dialog.getByLabel('尚不清楚（选填）（英文）'), 'The cause.');
      await settled(page);
      await noBarrier(page);
      await hand.press(dialog.getByRole('button', { name: '发送更正' }));
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('恢复时间已经确定', { exact: false }).waitFor();
      await phoneLooks();
      const card = phone.page.getByRole('dialog', { name: '直播下单故障' });
      await card.getByRole('heading', { name: '本次更正' }).waitFor();
      await hand.press(page.getByRole('button', { name: '停止' }));
      await hand.type(page.getByRole('dialog').getByLabel('原因'), '服务已恢复');
      await hand.press(page.getByRole('dialog').getByRole('button', { name: '停止' }));
      await page.getByText('服务已恢复', { exact: false }).waitFor();
      await phoneLooks();
      await card.waitFor({ state: 'detached' });
    },
    2 * MINUTES,
  );

  it(
    'should read the same in English at a smaller desk',
    async () => {
      const english = await openConsole(product, TRAINER, { locale: 'en-GB', width: 1280 });
      try {
        const { page } = english;
        await page.goto(`/admin/briefings/${id}/show?answer=late`);
        await page.getByText('Stopped', { exact: false }).first().waitFor();
        await settled(page);
        await noBarrier(page);
        await page.goto('/admin/briefings/create');
        await page.getByLabel('Begin with').click();
        await page.getByRole('option', { name: 'Physical safety incident' }).click();
        await page.getByText('This is everybody within your reach', { exact: false }).waitFor();
        await settled(page);
        await noBarrier(page);
        await page.goto('/admin/shifts');
        await page.getByRole('button', { name: /00:30–00:00 \+1/ }).waitFor();
        await settled(page);
        await noBarrier(page);
        expect([...english.foreign, ...english.errors]).toEqual([]);
      } finally {
        await english.close();
      }
    },
    2 * MINUTES,
  );
});
