import type { Page } from 'playwright-core';
import { axeViolations, openBrowser, picture } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { publishShippedScenario } from '../support/shipped-scenario.js';
import { tableOf, workbookOf } from '../api/scenarios/support.js';
import { downloaded, openConsole, settled, type Desk } from './support/console.js';
import { DrillPlayer } from './support/drill-player.js';
import { hands } from './support/hand.js';
import { Evaluator } from './support/evaluator.js';
import { signIn } from './support/sign-in.js';
import { WORDS, type Words } from './support/trainer-words.js';

const MINUTES = 60_000;
const TRAINER = '100011';
const EVALUATOR = '100021';
const DESK = { width: 1440, height: 900 };
const TABLET = { width: 768, height: 1024 };
const PHONE = { width: 390, height: 844 };
/** Of the data leak: the duty manager is asked how to close the bucket at minute 6 and has twelve minutes. */
const CLOSE_CARD = 7;

/** Executive, manager, front line: people of the demo company and the seats they get. */
const CAST = [
  { login: '100003', seat: { 'zh-CN': '首席执行官', 'en-GB': 'Chief executive' } },
  { login: '100020', seat: { 'zh-CN': '技术值班经理', 'en-GB': 'Engineering duty manager' } },
  { login: '100032', seat: { 'zh-CN': '舆情监测专员', 'en-GB': 'Social listening agent' } },
] as const;

/** Of those that could be taken, the ones that the documents show. */
const PICTURES = new Set([
  'admin-scenario-en-1440',
  'admin-drill-live-zh-1440',
  'admin-drill-paused-zh-768',
  'admin-drill-wall-zh-1440',
]);
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe.each([
  ['zh-CN', 'pointer'],
  ['en-GB', 'keyboard'],
] as const)('A trainer in %s leads a drill by %s', (locale, by) => {
  const words: Words = WORDS[locale];
  let product: Product;
  let desk: Desk;
  let players: DrillPlayer[] = [];
  let code = '';
  let runId = '';
  const seen: Record<string, string[]> = {};

  beforeAll(async () => {
    product = await startProduct();
    await publishShippedScenario(product.database, 'data-leak');
    await product.database.query('UPDATE person SET locale = $2 WHERE employee_no = ANY($1)', [
      [...CAST.map(({ login }) => login), EVALUATOR],
      locale === 'en-GB' ? 'en' : locale,
    ]);
    desk = await openConsole(product, TRAINER, { locale, by, ...DESK });
  }, 3 * MINUTES);
  afterAll(async () => {
    for (const { browser } of players) await browser.close();
    await desk?.close();
    await product.close();
  });

  const button = (name: string | RegExp, within: Pick<Page, 'getByRole'> = desk.page) =>
    within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const openScreen = (name: string) =>
    desk.hand.press(
      desk.page.getByRole('navigation', { name: words.menu }).getByRole('link', { name, exact: true }),
    );
  /** The rating of the first objective that anybody has rated. */
  const pressed = (rating: string) => desk.page.locator('[aria-pressed=true]', { hasText: rating }).first();
  /** A key of the facilitator, with nothing on the page in the way of it. */
  const strike = async (key: string) => {
    await desk.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await desk.page.keyboard.press(key);
  };
  /** Some things are done only after being held for a moment. */
  const holdDown = async (target: ReturnType<typeof button>) => {
    if (by === 'pointer') return target.click({ delay: 1_000 });
    await target.focus();
    await desk.page.keyboard.press('Enter', { delay: 1_000 });
  };
  /** What axe objects to at a desk, on a tablet and on a phone, and what is wider than the screen. */
  const look = async (name: string, shot?: string) => {
    const { page } = desk;
    const found: string[] = [];
    for (const size of [TABLET, PHONE, DESK]) {
      await page.setViewportSize(size);
      await page.mouse.move(0, 0);
      await settled(page);
      found.push(...(await axeViolations(page)).map((one) => `${size.width}: ${one}`));
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (tooWide > 0) found.push(`${size.width}: wider than the screen by ${tooWide} px`);
      const picked = `${shot}-${locale.slice(0, 2)}-${size.width}`;
      if (PICTURES.has(picked)) await picture(page, picked);
    }
    seen[name] = found;
  };

  it(
    'should look into a scenario, take its injects out and in again as a draft, and publish it',
    async () => {
      const { page, hand } = desk;
      await openScreen(words.scenarios);
      await page.getByRole('link', { name: words.leak }).waitFor();
      await look('scenarios');
      await hand.press(page.getByRole('link', { name: words.leak }));
      await page.getByRole('heading', { level: 1, name: words.leak }).waitFor();
      await look('a scenario');
      await hand.press(page.getByRole('tab', { name: words.msel }));
      await page.getByRole('tabpanel', { name: words.msel }).getByRole('table').first().waitFor();
      await look('injects of a scenario', 'admin-scenario');
      await hand.press(page.getByRole('tab', { name: words.deck }));
      await look('deck of a scenario');
      await hand.press(page.getByRole('tab', { name: words.versions }));
      await look('versions of a scenario');

      const { bytes } = await downloaded(page, () =>
        hand.press(page.getByRole('link', { name: words.export })),
      );
      const table = await tableOf(bytes);
      const titles = table[0]!.findIndex((heading) => heading.endsWith(' title_zh'));
      table[0]![titles] = 'Titel';
      table[1]![titles] = '研究者公开了存储桶';
      await hand.press(page.getByRole('link', { name: words.importer }));
      const chooser = page.getByLabel(words.choose);
      await chooser.setInputFiles({ name: 'list.xlsx', mimeType: XLSX, buffer: await workbookOf(table) });
      const column = page.getByRole('combobox', { name: 'Titel' });
      await column.waitFor();
      await look('columns of an import');
      await hand.press(column);
      await hand.pick(page.getByRole('option', { name: words.titleZh, exact: true }));
      await hand.press(button(words.again));
      await page
        .getByRole('cell', { name: '研究者公开了存储桶' })
        .or(page.getByText('A researcher goes public').first())
        .first()
        .waitFor();
      await look('preview of an import', 'admin-msel-import');
      await hand.press(button(words.draft));
      await hand.press(button(words.publish));
      await hand.press(button(words.publish, page.getByRole('dialog')));
      await page.getByText(words.published).waitFor();
      const [version] = await product.database.query<{ title: string; origin: string }>(
        `SELECT v.document #>> '{items,0,title,zh}' AS title, v.origin FROM scenario s
         JOIN scenario_version v ON v.id = s.published_version_id WHERE s.slug = 'data-leak'`,
      );
      expect(version).toEqual({ title: '研究者公开了存储桶', origin: 'msel' });
    },
    2 * MINUTES,
  );

  it(
    'should plan a drill and give three people their seats',
    async () => {
      const { page, hand } = desk;
      await openScreen(words.drills);
      await look('no drills yet');
      await hand.press(page.getByRole('link', { name: words.plan }).first());
      await hand.press(page.getByRole('combobox', { name: words.scenario }));
      await hand.pick(page.getByRole('option', { name: words.leak }));
      await hand.type(page.getByLabel(words.title, { exact: true }), words.mine);
      for (const { login, seat } of CAST) {
        await hand.type(page.getByRole('combobox', { name: seat[locale] }), login);
        await hand.pick(page.getByRole('option', { name: login }));
      }
      await hand.type(page.getByRole('combobox', { name: words.evaluator }), EVALUATOR);
      await hand.pick(page.getByRole('option', { name: EVALUATOR }));
      await look('a new drill', 'admin-drill-new');
      await hand.press(button(words.make));
      await page.getByRole('heading', { level: 1, name: words.mine }).waitFor();
      runId = /drill-runs\/([0-9a-f-]+)\/show/.exec(page.url())![1]!;
      const cast = await product.database.query<{ login: string; seat: string | null; role: string }>(
        `SELECT p.employee_no AS login, d.seat, d.role FROM drill_participant d JOIN person p ON p.id = d.person_id
         WHERE d.run_id = $1 ORDER BY p.employee_no`,
        [runId],
      );
      expect(cast).toEqual([
        { login: '100003', seat: 'ceo', role: 'player' },
        { login: TRAINER, seat: null, role: 'controller' },
        { login: '100020', seat: 'tech', role: 'player' },
        { login: EVALUATOR, seat: null, role: 'evaluator' },
        { login: '100032', seat: 'listening', role: 'player' },
      ]);
      const join = page.getByRole('region', { name: words.join });
      code = (await join.getByText(/^[A-HJ-NP-Z2-9]{6}$/).textContent())!;
      await join.getByRole('img').waitFor();
      await look('a drill', 'admin-drill-show');
      await hand.press(page.getByRole('link', { name: words.edit }));
      await page.getByRole('combobox', { name: CAST[0].seat[locale] }).waitFor();
      await look('the cast of a drill');
      await page.goBack();
    },
    2 * MINUTES,
  );

  it(
    'should meet the players in the lobby and start',
    async () => {
      const { page, hand } = desk;
      await hand.press(page.getByRole('link', { name: words.lead }));
      await button(words.start).waitFor();
      players = await Promise.all(
        CAST.map(({ login }, index) =>
          DrillPlayer.open(product, { name: `player ${index}`, login, locale, width: 1280, height: 800 }),
        ),
      );
      for (const [index, player] of players.entries()) await player.join(code, CAST[index]!.seat[locale]);
      await expectCount(page.getByText(words.ready, { exact: false }), 3);
      await look('lobby', 'admin-drill-lobby');
      await hand.press(button(words.start));
      await button(words.send).first().waitFor();
      // Slow enough that nothing comes by itself while the test looks.
      await hand.press(page.getByRole('combobox', { name: words.rate }));
      if (by === 'keyboard') await page.keyboard.press('Home');
      await hand.pick(page.getByRole('option', { name: '× 1', exact: true }));
      await page.getByRole('combobox', { name: words.rate }).filter({ hasText: /^× 1$/ }).waitFor();
    },
    2 * MINUTES,
  );

  it(
    'should send the next inject, hold another and let it go, and see what is decided',
    async () => {
      const { page, hand } = desk;
      const manager = players[1]!;
      const next = page.getByRole('region', { name: words.mailbox });
      await next.waitFor();
      const send = () => (by === 'keyboard' ? strike('Space') : hand.press(button(words.send, next)));
      const undo = async () => {
        await button(words.undo).waitFor();
        await (by === 'keyboard' ? strike('z') : hand.press(button(words.undo)));
        await button(words.undo).waitFor({ state: 'detached' });
      };
      // What was taken back in time never left this screen; what was skipped and taken back is in the log twice.
      await send();
      await undo();
      await hand.press(button(words.skip, next));
      await undo();
      await next.waitFor();
      expect(await control()).toEqual(['skip', 'release']);
      await send();
      seen['about to be sent'] = await axeViolations(page);
      await manager.page.getByText(words.mailText).waitFor();
      // What else comes before that card comes by itself.
      await jumpTo(CLOSE_CARD - 2);
      const card = page.getByRole('region', { name: words.closeTitle });
      await card.waitFor();
      if (by === 'keyboard') await strike('h');
      else await hand.press(button(words.hold, card));
      const held = page.locator('details').filter({ has: page.locator('summary', { hasText: words.held }) });
      await held.getByText(words.closeTitle).waitFor();
      await look('one is held', 'admin-drill-live');
      await hand.press(held.locator('summary', { hasText: words.closeTitle }));
      await hand.press(button(new RegExp(`^${words.reword}`), held));
      const sheet = page.getByRole('dialog');
      await hand.type(sheet.getByLabel(words.editZh), '主管来电：现在就决定。Decide now.');
      await hand.type(sheet.getByLabel(words.editEn), 'The head of IT calls: decide now.');
      await look('an inject is reworded', 'admin-drill-edit');
      await hand.press(button(words.useWords, sheet));
      await sheet.waitFor({ state: 'detached' });
      await held.getByText(words.edited, { exact: false }).first().waitFor();

      await jumpTo(CLOSE_CARD);
      expect(await manager.page.getByRole('heading', { name: words.closePrompt }).count()).toBe(0);
      // Other sizes draw the panes anew, and with them what was unfolded.
      await hand.press(held.locator('summary', { hasText: words.closeTitle }));
      await hand.press(button(new RegExp(`^${words.release}`), held));
      await held.waitFor({ state: 'detached' });
      await jumpTo(CLOSE_CARD + 1);
      await manager.page
        .getByText(/decide now/i)
        .first()
        .waitFor();
      await manager.decide(words.closePrompt, words.closeAll);
      await page.getByRole('region', { name: words.cards }).getByText(words.decided).waitFor();
      const states = await product.database.query<{ state: string }>(
        `SELECT body->>'state' AS state FROM drill_event WHERE run_id = $1 AND body->>'kind' = 'inject_state' ORDER BY id`,
        [runId],
      );
      expect(states.map(({ state }) => state)).toEqual(['skipped', 'released', 'held', 'released']);
    },
    2 * MINUTES,
  );

  it(
    'should tell everybody something at once, write down and rate what was seen',
    async () => {
      const { page, hand } = desk;
      if (by === 'keyboard') await strike('q');
      else await hand.press(button(words.quick));
      const sheet = page.getByRole('dialog');
      await hand.type(sheet.getByLabel(words.quickText), '电视台记者到了楼下。A TV crew is downstairs.');
      await hand.tick(sheet.getByRole('checkbox', { name: words.everybody }));
      await look('quick inject');
      await holdDown(button(words.toAll, sheet));
      await sheet.waitFor({ state: 'detached' });
      for (const player of players) {
        await player.letIn(player.page.getByText(/A TV crew is downstairs/).first());
      }

      if (by === 'keyboard') await strike('n');
      else await hand.press(button(words.note));
      await hand.type(sheet.getByLabel(words.noteText), 'Decided within two minutes');
      await look('a note');
      await hand.press(button(words.save, sheet));
      await page.getByText('Decided within two minutes').waitFor();
      await hand.press(button(words.rated).first());
      await pressed('P').waitFor();
      await look('notes and ratings');
      expect(await refusals()).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'should pause for everybody, rest behind a lock, and keep quiet when keys are switched off',
    async () => {
      const { page, hand } = desk;
      await strike('p');
      await page.getByText(words.pausedBand).waitFor();
      await look('paused', 'admin-drill-paused');
      await hand.press(button(words.lock));
      await look('locked');
      await page.keyboard.press('p');
      await holdDown(button(words.unlock));
      await button(words.unlock).waitFor({ state: 'detached' });

      await hand.press(button(words.keys));
      const keys = page.getByRole('dialog', { name: words.keys });
      await look('keys');
      await hand.tick(keys.getByRole('switch', { name: words.singleKeys }));
      await page.keyboard.press('Escape');
      await keys.waitFor({ state: 'detached' });
      await strike('p');
      await hand.press(button(words.resume));
      await page.getByText(words.pausedBand).waitFor({ state: 'detached' });
      const kinds = await product.database.query<{ kind: string }>(
        `SELECT action->>'kind' AS kind FROM drill_log WHERE run_id = $1 AND action->>'kind' IN ('pause', 'resume') ORDER BY seq`,
        [runId],
      );
      expect(kinds.map(({ kind }) => kind)).toEqual(['pause', 'resume']);
    },
    2 * MINUTES,
  );

  it(
    'should show a wall without names and let an evaluator in who has no other business here',
    async () => {
      const { page, hand } = desk;
      await page.goto(`/admin/drill-runs/${runId}/wall`);
      await page.getByRole('heading', { name: words.wall }).waitFor();
      await look('wall', 'admin-drill-wall');
      const text = await page.locator('body').innerText();
      const people = await product.database.query<{ name: string; english: string | null }>(
        'SELECT w.name, w.english_name AS english FROM drill_participant d JOIN person w ON w.id = d.person_id WHERE d.run_id = $1',
        [runId],
      );
      for (const { name, english } of people)
        for (const one of [name, english]) if (one) expect(text).not.toContain(one);

      const evaluator = await openBrowser(product.url, { ...DESK, locale });
      try {
        const { page: other } = evaluator;
        await other.goto(`/admin/drill-runs/${runId}/live`);
        await signIn(other, hands(other).pointer, EVALUATOR, locale);
        await button(words.challenges, other).first().click();
        await page.goto(`/admin/drill-runs/${runId}/live`);
        await pressed('S').waitFor();
        expect(await button(words.pause, other).count()).toBe(0);
        expect(await button(words.send, other).count()).toBe(0);
        expect(await axeViolations(other)).toEqual([]);
        expect([...evaluator.errors, ...evaluator.foreign]).toEqual([]);
      } finally {
        await evaluator.close();
      }
      // The wall by its link, in a browser where nobody is signed in.
      await page.goto(`/admin/drill-runs/${runId}/show`);
      await hand.press(button(words.wallLink));
      await hand.press(button(words.makeLink));
      const url = (await page.getByText(/\/admin\/wall#/).textContent())!;
      await look('link to the wall');
      const screen = await openBrowser(product.url, { ...DESK, locale });
      try {
        await screen.page.goto(url.slice(url.indexOf('/admin')));
        await screen.page.getByRole('heading', { name: words.wall }).waitFor();
        expect(await axeViolations(screen.page)).toEqual([]);
        expect(await screen.context.cookies()).toEqual([]);
        expect([...screen.errors, ...screen.foreign]).toEqual([]);
      } finally {
        await screen.close();
      }
      await page.goto(`/admin/drill-runs/${runId}/live`);
      await button(words.stop).waitFor();
      // A player has a screen of their own, and is led there.
      const { page: own } = players[0]!;
      await own.goto(`/admin/drill-runs/${runId}/live`);
      await own.getByRole('link', { name: words.toOwn }).click();
      await own.waitForURL(`**/drills/${runId}`);
      await button(words.stop).waitFor();
    },
    2 * MINUTES,
  );

  it(
    'should have from an evaluator with a phone what was seen out of reach, once and of its moment',
    async () => {
      const { page } = desk;
      const evaluator = await Evaluator.open(product, EVALUATOR, runId, locale);
      try {
        await evaluator.rate(0, 'major');
        await evaluator.isSent(0);
        await evaluator.loseLine();
        await evaluator.rate(1, 'some');
        await evaluator.note('Seen out of reach');
        await evaluator.waits(2);
        await evaluator.look(`drill-evaluator-offline-${locale.slice(0, 2)}-360`);
        await jumpTo(CLOSE_CARD + 10);
        await evaluator.regainLine();
        await page.getByText('Seen out of reach').waitFor();
        const rows = await product.database.query<{ kind: string; at: number; moment: number }>(
          `SELECT action->>'kind' AS kind, at, (action->>'moment')::int AS moment FROM drill_log
           WHERE run_id = $1 AND by = 'evaluator' AND action ? 'moment' ORDER BY seq`,
          [runId],
        );
        expect(rows.map(({ kind }) => kind)).toEqual(['rate', 'rate', 'note']);
        for (const { at, moment } of rows.slice(1)) {
          expect(at).toBeGreaterThanOrEqual((CLOSE_CARD + 10) * 60);
          expect(moment).toBeLessThan((CLOSE_CARD + 10) * 60);
        }
        expect([...evaluator.faults, ...evaluator.browser.errors, ...evaluator.browser.foreign]).toEqual([]);
      } finally {
        await evaluator.browser.close();
      }
    },
    2 * MINUTES,
  );

  it(
    by === 'pointer' ? 'should end the drill' : 'should stop the drill for a real event',
    async () => {
      const { page, hand } = desk;
      if (by === 'pointer') {
        await hand.press(button(words.end));
        await hand.press(button(words.end, page.getByRole('dialog')));
        await page.getByText(words.over).waitFor();
        await players[1]!.over();
      } else {
        await hand.press(button(words.stop));
        await look('emergency stop');
        await holdDown(button(words.stopHold));
        await page.getByText(words.stoppedBand).waitFor();
        await players[1]!.page.getByRole('heading', { name: words.stop, level: 1 }).waitFor();
      }
      await look('over', 'admin-drill-over');
      await hand.press(page.getByRole('link', { name: words.leave }));
      await page.getByRole('heading', { level: 1, name: words.mine }).waitFor();
      await hand.press(button(words.log));
      const { name, bytes } = await downloaded(page, () =>
        hand.pick(page.getByRole('menuitem', { name: /JSON/ })),
      );
      expect(name).toContain('data-leak');
      expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ run: { id: runId } });
      await hand.press(button(words.restart));
      await hand.press(button(words.restart, page.getByRole('dialog')));
      await page.waitForURL((url) => !url.href.includes(runId));
      await page.getByRole('region', { name: words.join }).waitFor();
      await openScreen(words.drills);
      await page.getByRole('link', { name: words.mine }).first().waitFor();
      await look('drills');
      await page.goto(`/admin/drill-runs/${TRAINER}/live`);
      await page.getByRole('heading', { name: words.failed }).waitFor();
      await look('no such drill');
    },
    2 * MINUTES,
  );

  it('should have no barrier on any screen, none too wide, and ask nobody outside', () => {
    expect(Object.fromEntries(Object.entries(seen).filter(([, found]) => found.length))).toEqual({});
    expect(desk.foreign).toEqual([]);
    expect(desk.errors).toEqual([]);
  });

  async function jumpTo(minute: number): Promise<void> {
    const { page, hand } = desk;
    await hand.press(button(words.jump));
    await hand.type(page.getByLabel(words.jumpMinute), String(minute));
    await hand.press(button(words.jump, page.getByRole('dialog')));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** What the facilitator has done to injects, as the log has it. */
  async function control(): Promise<string[]> {
    const rows = await product.database.query<{ kind: string }>(
      `SELECT action->>'kind' AS kind FROM drill_log WHERE run_id = $1 AND by = 'control' AND action ? 'inject' ORDER BY seq`,
      [runId],
    );
    return rows.map(({ kind }) => kind);
  }

  async function refusals(): Promise<string[]> {
    const rows = await product.database.query<{ refused: string }>(
      'SELECT refused FROM drill_log WHERE run_id = $1 AND refused IS NOT NULL',
      [runId],
    );
    return rows.map(({ refused }) => refused);
  }
});

async function expectCount(target: ReturnType<Page['getByText']>, count: number): Promise<void> {
  await target.nth(count - 1).waitFor();
  expect(await target.count()).toBe(count);
}
