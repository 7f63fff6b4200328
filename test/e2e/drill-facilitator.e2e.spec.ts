import type { Page } from 'playwright-core';
import { tableOf, workbookOf } from '../api/scenarios/support.js';
import { downloaded } from './support/console.js';
import { DrillPlayer } from './support/drill-player.js';
import { CAST, EVALUATOR, LedDrill, TRAINER } from './support/led-drill.js';
import { WORDS } from './support/trainer-words.js';

const MINUTES = 60_000;
/** Of the data leak: the duty manager is asked how to close the bucket at minute 6 and has twelve minutes. */
const CLOSE_CARD = 7;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe.each([
  ['zh-CN', 'pointer'],
  ['en-GB', 'keyboard'],
] as const)('A trainer in %s leads a drill by %s', (locale, by) => {
  const words = WORDS[locale];
  let drill: LedDrill;
  let players: DrillPlayer[] = [];
  let code = '';
  let runId = '';

  beforeAll(async () => {
    drill = await LedDrill.start(locale, by);
  }, 3 * MINUTES);
  afterAll(async () => {
    for (const { browser } of players) await browser.close();
    await drill?.close();
  });

  it(
    'should look into a scenario, take its injects out and in again as a draft, and publish it',
    async () => {
      const { page, hand } = drill.desk;
      await drill.openScreen(words.scenarios);
      await page.getByRole('link', { name: words.leak }).waitFor();
      await drill.look('scenarios');
      await hand.press(page.getByRole('link', { name: words.leak }));
      await page.getByRole('heading', { level: 1, name: words.leak }).waitFor();
      await drill.look('a scenario');
      await hand.press(page.getByRole('tab', { name: words.msel }));
      await page.getByRole('tabpanel', { name: words.msel }).getByRole('table').first().waitFor();
      await drill.look('injects of a scenario', 'admin-scenario');
      await hand.press(page.getByRole('tab', { name: words.deck }));
      await drill.look('deck of a scenario');
      await hand.press(page.getByRole('tab', { name: words.versions }));
      await drill.look('versions of a scenario');

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
      await drill.look('columns of an import');
      await hand.press(column);
      await hand.pick(page.getByRole('option', { name: words.titleZh, exact: true }));
      await hand.press(drill.button(words.again));
      await page
        .getByRole('cell', { name: '研究者公开了存储桶' })
        .or(page.getByText('A researcher goes public').first())
        .first()
        .waitFor();
      await drill.look('preview of an import', 'admin-msel-import');
      await hand.press(drill.button(words.draft));
      await hand.press(drill.button(words.publish));
      await hand.press(drill.button(words.publish, page.getByRole('dialog')));
      await page.getByText(words.published).waitFor();
      const [version] = await drill.product.database.query<{ title: string; origin: string }>(
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
      const { page, hand } = drill.desk;
      await drill.openScreen(words.drills);
      await drill.look('no drills yet');
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
      await drill.look('a new drill', 'admin-drill-new');
      await hand.press(drill.button(words.make));
      await page.getByRole('heading', { level: 1, name: words.mine }).waitFor();
      runId = /drill-runs\/([0-9a-f-]+)\/show/.exec(page.url())![1]!;
      const cast = await drill.product.database.query<{ login: string; seat: string | null; role: string }>(
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
      await drill.look('a drill', 'admin-drill-show');
      await hand.press(page.getByRole('link', { name: words.edit }));
      await page.getByRole('combobox', { name: CAST[0].seat[locale] }).waitFor();
      await drill.look('the cast of a drill');
      await page.goBack();
    },
    2 * MINUTES,
  );

  it(
    'should meet the players in the lobby and start',
    async () => {
      const { page, hand } = drill.desk;
      await hand.press(page.getByRole('link', { name: words.lead }));
      await drill.button(words.start).waitFor();
      players = await Promise.all(
        CAST.map(({ login }, index) =>
          DrillPlayer.open(drill.product, {
            name: `player ${index}`,
            login,
            locale,
            width: 1280,
            height: 800,
          }),
        ),
      );
      for (const [index, player] of players.entries()) await player.join(code, CAST[index]!.seat[locale]);
      await expectCount(page.getByText(words.ready, { exact: false }), 3);
      await drill.look('lobby', 'admin-drill-lobby');
      await hand.press(drill.button(words.start));
      await drill.button(words.send).first().waitFor();
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
      const { page, hand } = drill.desk;
      const manager = players[1]!;
      const next = page.getByRole('region', { name: words.mailbox });
      await next.waitFor();
      const send = () =>
        by === 'keyboard' ? drill.strike('Space') : hand.press(drill.button(words.send, next));
      const undo = async () => {
        await drill.button(words.undo).waitFor();
        await (by === 'keyboard' ? drill.strike('z') : hand.press(drill.button(words.undo)));
        await drill.button(words.undo).waitFor({ state: 'detached' });
      };
      // What was taken back in time never left this screen; what was skipped and taken back is in the log twice.
      await send();
      await undo();
      await hand.press(drill.button(words.skip, next));
      await undo();
      await next.waitFor();
      expect(await control()).toEqual(['skip', 'release']);
      await send();
      await drill.glance('about to be sent');
      await manager.page.getByText(words.mailText).waitFor();
      // What else comes before that card comes by itself.
      await drill.jumpTo(CLOSE_CARD - 2);
      const card = page.getByRole('region', { name: words.closeTitle });
      await card.waitFor();
      if (by === 'keyboard') await drill.strike('h');
      else await hand.press(drill.button(words.hold, card));
      const held = page.locator('details').filter({ has: page.locator('summary', { hasText: words.held }) });
      await held.getByText(words.closeTitle).waitFor();
      await drill.look('one is held', 'admin-drill-live');
      await hand.press(held.locator('summary', { hasText: words.closeTitle }));
      await hand.press(drill.button(new RegExp(`^${words.reword}`), held));
      const sheet = page.getByRole('dialog');
      await hand.type(sheet.getByLabel(words.editZh), '主管来电：现在就决定。Decide now.');
      await hand.type(sheet.getByLabel(words.editEn), 'The head of IT calls: decide now.');
      await drill.look('an inject is reworded', 'admin-drill-edit');
      await hand.press(drill.button(words.useWords, sheet));
      await sheet.waitFor({ state: 'detached' });
      await held.getByText(words.edited, { exact: false }).first().waitFor();

      await drill.jumpTo(CLOSE_CARD);
      expect(await manager.page.getByRole('heading', { name: words.closePrompt }).count()).toBe(0);
      // Other sizes draw the panes anew, and with them what was unfolded.
      await hand.press(held.locator('summary', { hasText: words.closeTitle }));
      await hand.press(drill.button(new RegExp(`^${words.release}`), held));
      await held.waitFor({ state: 'detached' });
      await drill.jumpTo(CLOSE_CARD + 1);
      await manager.page
        .getByText(/decide now/i)
        .first()
        .waitFor();
      await manager.decide(words.closePrompt, words.closeAll);
      await page.getByRole('region', { name: words.cards }).getByText(words.decided).waitFor();
      const states = await drill.product.database.query<{ state: string }>(
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
      const { page, hand } = drill.desk;
      if (by === 'keyboard') await drill.strike('q');
      else await hand.press(drill.button(words.quick));
      const sheet = page.getByRole('dialog');
      await hand.type(sheet.getByLabel(words.quickText), '电视台记者到了楼下。A TV crew is downstairs.');
      await hand.tick(sheet.getByRole('checkbox', { name: words.everybody }));
      await drill.look('quick inject');
      await drill.holdDown(drill.button(words.toAll, sheet));
      await sheet.waitFor({ state: 'detached' });
      for (const player of players) {
        await player.letIn(player.page.getByText(/A TV crew is downstairs/).first());
      }

      if (by === 'keyboard') await drill.strike('n');
      else await hand.press(drill.button(words.note));
      await hand.type(sheet.getByLabel(words.noteText), 'Decided within two minutes');
      await drill.look('a note');
      await hand.press(drill.button(words.save, sheet));
      await page.getByText('Decided within two minutes').waitFor();
      await hand.press(drill.button(words.rated).first());
      await drill.pressed('P').waitFor();
      await drill.look('notes and ratings');
      expect(await refusals()).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'should pause for everybody, rest behind a lock, and keep quiet when keys are switched off',
    async () => {
      const { page, hand } = drill.desk;
      await drill.strike('p');
      await page.getByText(words.pausedBand).waitFor();
      await drill.look('paused', 'admin-drill-paused');
      await hand.press(drill.button(words.lock));
      await drill.look('locked');
      await page.keyboard.press('p');
      await drill.holdDown(drill.button(words.unlock));

      await hand.press(drill.button(words.keys));
      const keys = page.getByRole('dialog', { name: words.keys });
      await drill.look('keys');
      await hand.tick(keys.getByRole('switch', { name: words.singleKeys }));
      await page.keyboard.press('Escape');
      await keys.waitFor({ state: 'detached' });
      await drill.strike('p');
      await hand.press(drill.button(words.resume));
      await page.getByText(words.pausedBand).waitFor({ state: 'detached' });
      const kinds = await drill.product.database.query<{ kind: string }>(
        `SELECT action->>'kind' AS kind FROM drill_log WHERE run_id = $1 AND action->>'kind' IN ('pause', 'resume') ORDER BY seq`,
        [runId],
      );
      expect(kinds.map(({ kind }) => kind)).toEqual(['pause', 'resume']);
    },
    2 * MINUTES,
  );

  it(
    by === 'pointer' ? 'should end the drill' : 'should stop the drill for a real event',
    async () => {
      const { page, hand } = drill.desk;
      if (by === 'pointer') {
        await hand.press(drill.button(words.end));
        await hand.press(drill.button(words.end, page.getByRole('dialog')));
        await page.getByText(words.over).waitFor();
        await players[1]!.over();
      } else {
        await hand.press(drill.button(words.stop));
        await drill.look('emergency stop');
        await drill.holdDown(drill.button(words.stopHold));
        await page.getByText(words.stoppedBand).waitFor();
        await players[1]!.page.getByRole('heading', { name: words.stop, level: 1 }).waitFor();
      }
      await drill.look('over', 'admin-drill-over');
      await hand.press(page.getByRole('link', { name: words.leave }));
      await page.getByRole('heading', { level: 1, name: words.mine }).waitFor();
      await hand.press(drill.button(words.log));
      const { name, bytes } = await downloaded(page, () =>
        hand.pick(page.getByRole('menuitem', { name: /JSON/ })),
      );
      expect(name).toContain('data-leak');
      expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ run: { id: runId } });
      await hand.press(drill.button(words.restart));
      await hand.press(drill.button(words.restart, page.getByRole('dialog')));
      await page.waitForURL((url) => !url.href.includes(runId));
      await page.getByRole('region', { name: words.join }).waitFor();
      await drill.openScreen(words.drills);
      await page.getByRole('link', { name: words.mine }).first().waitFor();
      await drill.look('drills');
      await page.goto(`/admin/drill-runs/${TRAINER}/live`);
      await page.getByRole('heading', { name: words.failed }).waitFor();
      await drill.look('no such drill');
    },
    2 * MINUTES,
  );

  it('should have no barrier on any screen, none too wide, and ask nobody outside', () => {
    expect(drill.faults()).toEqual({ screens: {}, foreign: [], errors: [] });
  });

  /** What the facilitator has done to injects, as the log has it. */
  async function control(): Promise<string[]> {
    const rows = await drill.product.database.query<{ kind: string }>(
      `SELECT action->>'kind' AS kind FROM drill_log WHERE run_id = $1 AND by = 'control' AND action ? 'inject' ORDER BY seq`,
      [runId],
    );
    return rows.map(({ kind }) => kind);
  }

  async function refusals(): Promise<string[]> {
    const rows = await drill.product.database.query<{ refused: string }>(
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
