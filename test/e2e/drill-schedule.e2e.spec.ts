import type { Page } from 'playwright-core';
import { axeViolations, openBrowser, picture, type TestBrowser } from '../support/browser.js';
import { readCalendarText } from '../support/calendar-text.js';
import { startProduct, type Product } from '../support/product.js';
import { publishShippedScenario } from '../support/shipped-scenario.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { downloaded, openConsole, settled, type Desk } from './support/console.js';
import { hands } from './support/hand.js';
import { signIn } from './support/sign-in.js';

const MINUTES = 60_000;
/** Mail goes out in the background, and the screen looks every ten seconds. */
const BACKGROUND = { timeout: MINUTES };
const DAY_MS = 86_400_000;
const TRAINER = { login: '100011', name: '顾南星' };
const LEARNER = { login: '100031', name: '刘䶮' };
const TITLE = '跨国团队演练';
/** Far enough for every zone to have that Monday ahead, near enough for people to be invited at once. */
const FIRST = ((day: Date) => {
  while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
})(new Date(Date.now() + 8 * DAY_MS));
/** Ten of these are more than Europe is ever without a change of its clocks. */
const WEEKS = 4;

describe('A drill that is planned, from the console to a calendar', () => {
  let product: Product;
  let sink: SmtpSink;
  let desk: Desk;
  let phone: TestBrowser;
  const faults: string[] = [];

  beforeAll(async () => {
    sink = await SmtpSink.start();
    product = await startProduct({ SMTP_URL: sink.url, MAIL_FROM: 'Readyroom <drills@example.com>' });
    await publishShippedScenario(product.database, 'data-leak');
    for (const { login } of [TRAINER, LEARNER])
      await product.database.query('UPDATE person SET email = $2 WHERE employee_no = $1', [
        login,
        `${login}@example.com`,
      ]);
    desk = await openConsole(product, TRAINER.login);
    phone = await openBrowser(product.url, { width: 360, height: 740, mobile: true });
    await phone.page.goto('/');
    await signIn(phone.page, hands(phone.page).pointer, LEARNER.login, 'zh-CN');
  }, 4 * MINUTES);
  afterAll(async () => {
    await phone.close();
    await desk.close();
    await product.close();
    await sink.stop();
  });

  const button = (name: string | RegExp, page: Pick<Page, 'getByRole'> = desk.page) =>
    page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  /** Axe and the width of the page; names that end with a width are pictures of the documents. */
  const look = async (page: Page, name: string) => {
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const found = await axeViolations(page);
    if (tooWide > 0) found.push(`wider than the screen by ${tooWide} px`);
    faults.push(...found.map((one) => `${name}: ${one}`));
    if (/-\d+$/.test(name)) await picture(page, name);
  };
  /** What the learner sees of it, drawn anew. */
  const rows = async () => {
    await phone.page.goto('/drills');
    await phone.page.getByRole('heading', { name: '已安排' }).waitFor();
    return phone.page.getByRole('listitem').filter({ hasText: TITLE });
  };
  const methods = () =>
    sink.letters.map(({ to, text }) => [to[0], /method=(\w+)/.exec(text)?.[1]].join(' ')).sort();
  it(
    'should be planned across a change of the clocks, reach people, and be called off again',
    async () => {
      const { page, hand } = desk;
      sink.refuse = '550 no such box';
      await hand.press(page.getByRole('link', { name: '演练计划', exact: true }));
      await hand.press(page.getByRole('link', { name: '制定计划' }).first());
      await hand.press(page.getByRole('combobox', { name: '情景' }));
      await hand.pick(page.getByRole('option', { name: /用户数据泄露/ }));
      await hand.type(page.getByRole('textbox', { name: '名称' }), TITLE);
      await page.getByLabel('首场时间').fill(`${FIRST}T10:00`);
      const zone = page.getByRole('combobox', { name: '时区' });
      await hand.type(zone, 'Europe/Berlin');
      await hand.pick(page.getByRole('option', { name: 'Europe/Berlin' }));
      await hand.press(button('重复'));
      await hand.type(page.getByLabel('每', { exact: true }), String(WEEKS));
      await page.getByText(`每 ${WEEKS} 周的周一`).waitFor();
      const dates = page.getByRole('region', { name: '场次预览' }).getByRole('listitem');
      await dates.filter({ hasText: '时钟已调整' }).first().waitFor();
      const shown = await dates.allInnerTexts();
      expect(shown).toHaveLength(10);
      for (const text of shown) expect(text).toMatch(/周一 10:00 GMT\+[12]/);
      const own = new Set(shown.map((text) => /您的时间：.* (\d\d:\d\d)/.exec(text)![1]));
      expect([...own].sort()).toEqual(['16:00', '17:00']);

      const seat = page.getByRole('combobox', { name: '舆情监测专员' });
      await hand.type(seat, LEARNER.login);
      await hand.pick(page.getByRole('option', { name: new RegExp(LEARNER.name) }));
      await page.getByRole('combobox', { name: '情景' }).focus();
      await page.evaluate(() => window.scrollTo(0, 0));
      await settled(page);
      await look(page, 'admin-drill-plan-zh-1440');
      await hand.press(button('排定并邀请'));
      await page.getByRole('heading', { name: /^场次：待举行/ }).waitFor();

      const letters = page.getByRole('region', { name: '邀请情况' });
      await letters.getByText('被拒收 4').waitFor(BACKGROUND);
      await letters.getByText('2 人未能送达。').waitFor();
      expect(await letters.getByRole('listitem').allInnerTexts()).toEqual(
        [TRAINER, LEARNER].map(({ name }) => expect.stringMatching(new RegExp(`^${name}：.*550`, 's'))),
      );
      sink.refuse = null;
      await hand.press(button('重新发送'));
      await page.getByText('已重新排队发送：4 封。').waitFor();
      await letters.getByText('已发送 4').waitFor(BACKGROUND);
      expect(methods()).toEqual(
        [TRAINER, LEARNER].flatMap(({ login }) => Array(2).fill(`${login}@example.com REQUEST`)),
      );
      await hand.press(button(/的名单，2 人$/).first());
      await settled(page);
      await look(page, 'admin-drill-schedule-zh-1440');

      await phone.page.goto('/');
      const card = phone.page.getByRole('listitem').filter({ hasText: TITLE }).first();
      await card.waitFor();
      expect(await card.innerText()).toMatch(/周一 1[67]:00 GMT\+8.*席位：舆情监测专员/s);
      await card.evaluate((one) => one.scrollIntoView({ block: 'center' }));
      await look(phone.page, 'learn-home-planned-zh-360');
      const row = (await rows()).first();
      const add = row.getByRole('link', { name: /^加入日历/ });
      const { name, bytes } = await downloaded(phone.page, () => add.click());
      const { events } = readCalendarText(bytes.toString('utf8'));
      expect([name, events.length]).toEqual(['drill.ics', 1]);
      expect(events[0]).toMatchObject({ SUMMARY: `【演练】${TITLE}`, STATUS: 'CONFIRMED', SEQUENCE: '0' });
      expect(events[0]!.DTSTART).toMatch(new RegExp(`^${FIRST.replaceAll('-', '')}T0[89]0000Z$`));
      expect(events[0]).not.toHaveProperty('RECURRENCE-ID');
      await button('生成订阅链接', phone.page).click();
      const feed = new URL(await phone.page.getByLabel('订阅链接').inputValue()).pathname;
      await look(phone.page, 'subscribed');
      const ofFeed = async () =>
        readCalendarText(await (await phone.page.request.get(feed)).text()).events.find(
          ({ UID }) => UID === events[0]!.UID,
        );
      expect(await ofFeed()).toMatchObject({ STATUS: 'CONFIRMED' });

      await hand.press(button(/^取消本场/).first());
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/^2 人会收到取消邮件：/).waitFor();
      await settled(page);
      await look(page, 'admin-drill-cancel-zh-1440');
      await hand.press(button('确认取消', dialog));
      await page.getByText('这一场已取消。').waitFor();
      await page.getByText('取消：已发送').nth(1).waitFor(BACKGROUND);
      expect(methods().filter((one) => one.endsWith('CANCEL'))).toEqual(
        [TRAINER, LEARNER].map(({ login }) => `${login}@example.com CANCEL`),
      );

      const off = (await rows()).first();
      await off.getByText('已取消').waitFor();
      expect(await off.getByRole('link').count()).toBe(0);
      expect(await ofFeed()).toMatchObject({ STATUS: 'CANCELLED', SEQUENCE: '1' });
      await look(phone.page, 'learn-drills-planned-zh-360');
      expect(faults).toEqual([]);
      expect([...desk.errors, ...phone.errors, ...desk.foreign, ...phone.foreign]).toEqual([]);
    },
    5 * MINUTES,
  );

  it(
    'should have no barrier in English, dark, on a tablet, list and change included',
    async () => {
      const admin = await openConsole(product, '100010', { locale: 'en-GB' });
      try {
        const { page } = admin;
        faults.length = 0;
        await page.setViewportSize({ width: 820, height: 1180 });
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
        await page.goto('/admin/drill-schedules');
        const open = page.getByRole('link', { name: TITLE });
        await open.waitFor();
        await settled(page);
        await look(page, 'list');
        await open.click();
        await page.getByText('Can be held. Look at the remarks.').waitFor();
        await settled(page);
        await look(page, 'schedule');
        await page.getByRole('link', { name: 'Change', exact: true }).click();
        await page.getByRole('region', { name: 'Next dates' }).getByRole('listitem').first().waitFor();
        await button('Own rule', page).click();
        await page.getByRole('textbox', { name: 'Rule (RFC 5545)' }).fill('FREQ=HOURLY');
        await page.getByText(/^This rule of repetition cannot be read/).waitFor();
        await settled(page);
        await look(page, 'change');
        expect(faults).toEqual([]);
        expect([...admin.errors, ...admin.foreign]).toEqual([]);
      } finally {
        await admin.close();
      }
    },
    2 * MINUTES,
  );
});
