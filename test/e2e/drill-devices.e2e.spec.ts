import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { axeViolations, openBrowser, picture, type TestBrowser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { publishShippedScenario } from '../support/shipped-scenario.js';
import { hands } from './support/hand.js';
import { Lead } from './support/lead.js';
import { loggedBy, moveTo, slowDown } from './support/run-clock.js';
import { signIn } from './support/sign-in.js';

const MINUTES = 60_000;
const MANAGER = '100020';
/** Of the data leak: the card for the first line comes at 20 and waits twelve minutes. */
const FIRST_LINE = 21;
const NEWS = '值班手机打不通，请改用座机。';
const WORDS = '先别对外说数字。';
const PICTURES: ReadonlySet<number> = new Set([360, 768, 1280]);
const ELSEWHERE = /^另一台设备正在操作这个席位/;

let product: Product;
let lead: Lead;
let desk: TestBrowser;
let phone: TestBrowser;
let runId: string;

beforeAll(async () => {
  product = await startProduct();
  const scenarioId = await publishShippedScenario(product.database, 'data-leak');
  lead = await Lead.signIn(product);
  ({ id: runId } = await lead.createRun(scenarioId, { [MANAGER]: 'pr' }, 7));
  desk = await openBrowser(product.url, { width: 1280, height: 800 });
  phone = await openBrowser(product.url, { width: 360, height: 740, mobile: true });
}, 3 * MINUTES);
afterAll(async () => {
  await desk.close();
  await phone.close();
  await product.close();
});

/** Which pages of a browser have a stream open. */
function streamsOf({ context }: TestBrowser): Set<Page> {
  const open = new Set<Page>();
  const isStream = (url: string) => /\/api\/drills\/[^/]+\/stream\?/.test(url);
  context.on('request', (request) => isStream(request.url()) && open.add(request.frame().page()));
  const gone = (request: { url: () => string; frame: () => { page: () => Page } }) =>
    isStream(request.url()) && open.delete(request.frame().page());
  context.on('requestfinished', gone);
  context.on('requestfailed', gone);
  context.on('page', (page) => page.on('close', () => open.delete(page)));
  for (const page of context.pages()) page.on('close', () => open.delete(page));
  return open;
}

/** Parts of the decision that cannot be read or pressed where they are, once they are scrolled to. */
const hiddenParts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hidden: string[] = [];
    const parts = document.querySelectorAll(
      '.dock__inject, .dock__prompt, .dock__default, .dock__option, .dock__send',
    );
    if (parts.length < 5) hidden.push('parts are missing');
    for (const part of parts) {
      part.scrollIntoView({ block: 'center' });
      const { left, right, top, bottom } = part.getBoundingClientRect();
      if (left < 0 || right > innerWidth || top < 0 || bottom > innerHeight)
        hidden.push(`${part.className} is outside`);
      for (const y of [top + 4, (top + bottom) / 2, bottom - 4])
        if (!part.contains(document.elementFromPoint((left + right) / 2, y)))
          hidden.push(`${part.className} is covered`);
    }
    document.querySelector('.dock')!.scrollTop = 0;
    return hidden;
  });

const open = async ({ page }: TestBrowser) => {
  await page.goto(`/drills/${runId}`);
  await signIn(page, hands(page).pointer, MANAGER, 'zh-CN');
};
const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });

it(
  'Two tabs should share one stream, the second going on when the first closes; two devices should know of each other and lose nothing',
  async () => {
    const streams = streamsOf(desk);
    const { page: first, context } = desk;
    await open(desk);
    await first.getByRole('heading', { name: '公关负责人' }).waitFor();
    await button(first, '我准备好了').click();
    const second = await context.newPage();
    await second.goto(`/drills/${runId}`);
    await second.getByRole('heading', { name: '公关负责人' }).waitFor();

    await lead.control(runId, { kind: 'start' });
    await slowDown(product.database, runId);
    await moveTo(product.database, runId, FIRST_LINE);
    for (const page of [first, second]) await button(page, '记录决定').waitFor();
    expect([...streams]).toEqual([first]);

    // What is decided can be read and pressed on every screen, with what it is about.
    const seen: Record<string, string[]> = {};
    for (const [width, height, columns] of [
      [1280, 800, 3],
      [1440, 900, 3],
      [768, 1024, 2],
      [360, 740, 1],
    ] as const) {
      await first.setViewportSize({ width, height });
      await first.locator(`.drill__main--${columns} .dock__inject`).waitFor();
      seen[`${width}`] = [...(await hiddenParts(first)), ...(await axeViolations(first))];
      if (PICTURES.has(width)) await picture(first, `learn-drill-decision-zh-${width}`);
    }
    expect(Object.fromEntries(Object.entries(seen).filter(([, found]) => found.length))).toEqual({});
    await first.setViewportSize({ width: 1280, height: 800 });

    const takesOver = second.waitForRequest(/\/stream\?after=\d+$/);
    await first.close();
    await takesOver;
    expect([...streams]).toEqual([second]);
    const inject = randomUUID();
    await lead.control(runId, { kind: 'quick_inject', inject, to: ['pr'], text: NEWS });
    const news = second.getByRole('article').filter({ hasText: NEWS });
    await news.waitFor();
    expect(await second.getByText(/^您错过了/).count()).toBe(0);

    // The same person takes the phone; at the desk the line is lost just then.
    const { page: mobile } = phone;
    await open(phone);
    await button(mobile, '记录决定').waitFor();
    await context.setOffline(true);
    await second.getByText('线路已断', { exact: true }).waitFor();
    await button(news, '确认收到').click();
    await button(second, '写消息').click();
    const sheet = second.getByRole('dialog');
    await sheet.getByLabel('首席执行官').click();
    await sheet.getByLabel('内容').fill(WORDS);
    await button(sheet, '发送').click();
    await second.getByText(/2 项操作等待发送/).waitFor();

    await mobile.getByRole('tab', { name: /收件/ }).click();
    const onPhone = mobile.getByRole('article').filter({ hasText: NEWS });
    await button(mobile, '收起决策').click();
    await button(onPhone, '确认收到').click();
    await onPhone.getByText('已确认收到').waitFor();
    expect(await mobile.getByText(ELSEWHERE).count()).toBe(0);

    await context.setOffline(false);
    await second.getByText('有操作没有被接受').waitFor();
    await mobile.getByText(WORDS).waitFor();
    // The desk acted last, so the phone is told; at the desk nothing stands in the way any more.
    await mobile.getByText(ELSEWHERE).waitFor();
    expect(await second.getByText(ELSEWHERE).count()).toBe(0);
    await picture(mobile, 'learn-drill-elsewhere-zh-360');
    await button(mobile, '展开决策').click();
    await mobile.getByRole('radio').first().check({ force: true });
    await button(mobile, '记录决定').click();
    await mobile.getByText(/^已记录/).waitFor();
    await mobile.getByText(ELSEWHERE).waitFor({ state: 'detached' });
    await second.getByText(ELSEWHERE).waitFor();
    await second.getByText(/^已记录/).waitFor();

    const { kinds, refused } = await loggedBy(product.database, runId, 'pr');
    expect(kinds).toEqual(['acknowledge', 'acknowledge', 'message', 'decide']);
    expect(refused).toEqual(['acknowledge drill.already_done']);
    for (const { foreign, errors } of [desk, phone])
      expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  },
  3 * MINUTES,
);
