import type { ParticipantRole } from '@readyroom/contract';
import { axeViolations, openBrowser, picture, type TestBrowser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { publishShippedScenario } from '../support/shipped-scenario.js';
import { hands } from './support/hand.js';
import { Lead } from './support/lead.js';
import { moveTo, slowDown } from './support/run-clock.js';
import { signIn } from './support/sign-in.js';

const MINUTES = 60_000;
const MANAGER = '100020';
/** Of the data leak: the card for the first line comes at 20. */
const FIRST_LINE = 21;

const PARTS = [
  { role: 'player', login: MANAGER, title: '公关负责人' },
  { role: 'evaluator', login: '100021', title: '评估' },
  { role: 'observer', login: '100031', title: '观摩' },
  { role: 'simulator', login: '100032', title: '模拟人员' },
] as const satisfies readonly { role: ParticipantRole; login: string; title: string }[];

const PICTURES = new Set(['player tab-feed', 'evaluator tab-watch']);

let product: Product;
let lead: Lead;
let runId: string;
const phones = new Map<ParticipantRole, TestBrowser>();

beforeAll(async () => {
  product = await startProduct();
  const scenarioId = await publishShippedScenario(product.database, 'data-leak');
  await product.database.query(`UPDATE person SET locale = 'zh-CN'`);
  lead = await Lead.signIn(product);
  const [, ...staff] = PARTS;
  ({ id: runId } = await lead.createRun(scenarioId, { [MANAGER]: 'pr' }, 7, staff));
  for (const { role } of PARTS)
    phones.set(role, await openBrowser(product.url, { width: 360, height: 740, mobile: true, dark: true }));
}, 3 * MINUTES);
afterAll(async () => {
  for (const phone of phones.values()) await phone.close();
  await product.close();
});

it(
  'Player, evaluator, observer and simulator should each see their part of a drill in the dark, and act only where they may',
  async () => {
    const seen: Record<string, string[]> = {};
    const look = async (role: ParticipantRole, what: string) => {
      const { page } = phones.get(role)!;
      const found = await axeViolations(page);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (tooWide > 0) found.push(`wider than the screen by ${tooWide} px`);
      seen[`${role} ${what}`] = found;
      if (PICTURES.has(`${role} ${what}`)) await picture(page, `learn-drill-${role}-${what}-zh-360-dark`);
    };
    for (const { role, login, title } of PARTS) {
      const { page } = phones.get(role)!;
      await page.goto(`/drills/${runId}`);
      await signIn(page, hands(page).pointer, login, 'zh-CN');
      await page.getByText(title, { exact: true }).first().waitFor();
      await page.getByRole('button', { name: '我准备好了' }).waitFor();
      await look(role, 'lobby');
    }

    await lead.control(runId, { kind: 'start' });
    await slowDown(product.database, runId);
    await moveTo(product.database, runId, FIRST_LINE);
    await phones.get('player')!.page.getByRole('button', { name: '记录决定' }).waitFor();
    for (const { role, title } of PARTS) {
      const { page } = phones.get(role)!;
      await page.getByRole('banner').getByText(title, { exact: true }).waitFor();
      const tabs = await page.getByRole('tab').evaluateAll((all) => all.map(({ id }) => id));
      for (const id of tabs) {
        await page.locator(`#${id}`).click();
        await page.locator(`[role=tabpanel][aria-labelledby=${id}]`).waitFor();
        await look(role, id);
      }
      // A seat acts; whoever holds none has nothing to decide, to triage or to write.
      const acts = await page.getByRole('button', { name: /^(记录决定|写消息|起草声明|发布预警)$/ }).count();
      expect([role, acts > 0]).toEqual([role, role === 'player']);
    }

    await lead.control(runId, { kind: 'pause', reason: '清点人数' });
    for (const { role } of PARTS) {
      await phones.get(role)!.page.getByText('原因：清点人数').waitFor();
      await look(role, 'paused');
    }
    await lead.control(runId, { kind: 'end' });
    for (const { role } of PARTS) {
      await phones.get(role)!.page.getByRole('heading', { name: '演练结束', level: 1 }).waitFor();
      await look(role, 'over');
    }
    expect(Object.fromEntries(Object.entries(seen).filter(([, found]) => found.length))).toEqual({});
    for (const { foreign, errors } of phones.values())
      expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  },
  4 * MINUTES,
);
