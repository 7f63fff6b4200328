import { axeViolations, openBrowser } from '../support/browser.js';
import { Evaluator } from './support/evaluator.js';
import { hands } from './support/hand.js';
import { Lead } from './support/lead.js';
import { CAST, DESK, EVALUATOR, LedDrill } from './support/led-drill.js';
import { slowDown } from './support/run-clock.js';
import { signIn } from './support/sign-in.js';
import { WORDS } from './support/trainer-words.js';

const MINUTES = 60_000;
/** Minutes of the data leak at which the evaluator loses the line and has it back. */
const SEEN_AT = 8;
const BACK_AT = 17;
const SHOWN = '白板上的分工 Who does what';
/** To which the phone brings a photo down. */
const LONGEST_SIDE = 1280;

describe.each([
  ['zh-CN', 'pointer'],
  ['en-GB', 'keyboard'],
] as const)('Those who look on at a drill, in %s by %s', (locale, by) => {
  const words = WORDS[locale];
  let drill: LedDrill;
  let lead: Lead;
  let runId = '';

  beforeAll(async () => {
    drill = await LedDrill.start(locale, by);
    lead = await Lead.signIn(drill.product);
    const players = Object.fromEntries(CAST.map(({ login, key }) => [login, key]));
    ({ id: runId } = await lead.createRun(drill.scenarioId, players, 7, [
      { login: EVALUATOR, role: 'evaluator' },
    ]));
    await lead.control(runId, { kind: 'start' });
    await slowDown(drill.product.database, runId);
    await lead.control(runId, { kind: 'jump', toMinute: SEEN_AT });
  }, 3 * MINUTES);
  afterAll(() => drill?.close());

  it(
    'should show a wall without names and let an evaluator in who has no other business here',
    async () => {
      const { page, hand } = drill.desk;
      await page.goto(`/admin/drill-runs/${runId}/wall`);
      await page.getByRole('heading', { name: words.wall }).waitFor();
      await drill.look('wall', 'admin-drill-wall');
      const text = await page.locator('body').innerText();
      const people = await drill.product.database.query<{ name: string; english: string | null }>(
        'SELECT w.name, w.english_name AS english FROM drill_participant d JOIN person w ON w.id = d.person_id WHERE d.run_id = $1',
        [runId],
      );
      for (const { name, english } of people)
        for (const one of [name, english]) if (one) expect(text).not.toContain(one);

      const evaluator = await openBrowser(drill.product.url, { ...DESK, locale });
      try {
        const { page: other } = evaluator;
        await other.goto(`/admin/drill-runs/${runId}/live`);
        await signIn(other, hands(other).pointer, EVALUATOR, locale);
        await drill.button(words.challenges, other).first().click();
        await page.goto(`/admin/drill-runs/${runId}/live`);
        await drill.pressed('S').waitFor();
        expect(await drill.button(words.pause, other).count()).toBe(0);
        expect(await drill.button(words.send, other).count()).toBe(0);
        expect(await axeViolations(other)).toEqual([]);
        expect([...evaluator.errors, ...evaluator.foreign]).toEqual([]);
      } finally {
        await evaluator.close();
      }
      // The wall by its link, in a browser where nobody is signed in.
      await page.goto(`/admin/drill-runs/${runId}/show`);
      await hand.press(drill.button(words.wallLink));
      await hand.press(drill.button(words.makeLink));
      const url = (await page.getByText(/\/admin\/wall#/).textContent())!;
      await drill.look('link to the wall');
      const screen = await openBrowser(drill.product.url, { ...DESK, locale });
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
      await drill.button(words.stop).waitFor();
      // A player has a screen of their own, and is led there.
      const player = await openBrowser(drill.product.url, { ...DESK, locale });
      try {
        const { page: own } = player;
        await own.goto(`/admin/drill-runs/${runId}/live`);
        await signIn(own, hands(own).pointer, CAST[0].login, locale);
        await own.getByRole('link', { name: words.toOwn }).click();
        await own.waitForURL(`**/drills/${runId}`);
        expect([...player.errors, ...player.foreign]).toEqual([]);
      } finally {
        await player.close();
      }
    },
    2 * MINUTES,
  );

  it(
    'should have from an evaluator with a phone what was seen out of reach, once and of its moment',
    async () => {
      const { page } = drill.desk;
      // Something to photograph.
      const image = await page.screenshot({ type: 'jpeg', quality: 80 });
      const evaluator = await Evaluator.open(drill.product, EVALUATOR, runId, locale);
      try {
        await evaluator.rate(0, 'major');
        await evaluator.isSent(0);
        await evaluator.loseLine();
        await evaluator.rate(1, 'some');
        await evaluator.note('Seen out of reach');
        await evaluator.photograph(image, SHOWN);
        await evaluator.waits(2);
        await evaluator.photoIs('photoWaits');
        await evaluator.look(`drill-evaluator-offline-${locale.slice(0, 2)}-360`);
        expect(await photos()).toEqual([]);
        await lead.control(runId, { kind: 'jump', toMinute: BACK_AT });
        await evaluator.regainLine();
        await page.getByText('Seen out of reach').waitFor();
        await evaluator.photoIs('photoSent');
        const rows = await drill.product.database.query<{ kind: string; at: number; moment: number }>(
          `SELECT action->>'kind' AS kind, at, (action->>'moment')::int AS moment FROM drill_log
           WHERE run_id = $1 AND by = 'evaluator' AND action ? 'moment' ORDER BY seq`,
          [runId],
        );
        expect(rows.map(({ kind }) => kind)).toEqual(['rate', 'rate', 'note']);
        for (const { at, moment } of rows.slice(1)) {
          expect(at).toBeGreaterThanOrEqual(BACK_AT * 60);
          expect(moment).toBeLessThan(BACK_AT * 60);
        }
        expect([...evaluator.faults, ...evaluator.browser.errors, ...evaluator.browser.foreign]).toEqual([]);
      } finally {
        await evaluator.browser.close();
      }
    },
    2 * MINUTES,
  );

  it(
    'should show the photo in the report, with its moment, its words and who took it',
    async () => {
      const { page } = drill.desk;
      await lead.control(runId, { kind: 'end' });
      const [photo, ...others] = await photos();
      expect(others).toEqual([]);
      // Of the moment at which it was taken, not of that at which the line came back.
      expect(photo!.moment).toBeGreaterThanOrEqual(SEEN_AT * 60);
      expect(photo!.moment).toBeLessThan(BACK_AT * 60);
      await page.goto(`/admin/drill-runs/${runId}/report`);
      const section = page.getByRole('region', { name: words.photos });
      await section.getByText(`${clock(photo!.moment)} · ${photo!.name}`, { exact: false }).waitFor();
      const image = section.getByRole('img', { name: SHOWN });
      await image.scrollIntoViewIfNeeded();
      await page.waitForFunction(
        (one) => (one as HTMLImageElement).naturalWidth > 0,
        await image.elementHandle(),
      );
      expect(await image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(LONGEST_SIDE);
      await drill.look('report with a photo');
    },
    2 * MINUTES,
  );

  it('should have no barrier on any screen, none too wide, and ask nobody outside', () => {
    expect(drill.faults()).toEqual({ screens: {}, foreign: [], errors: [] });
  });

  const photos = () =>
    drill.product.database.query<{ moment: number; name: string }>(
      'SELECT f.moment, w.name FROM drill_photo f JOIN person w ON w.id = f.person_id WHERE f.run_id = $1',
      [runId],
    );
});

/** Scenario time since the start, as the report writes it. */
const clock = (at: number): string =>
  [Math.floor(at / 3_600), Math.floor(at / 60) % 60, at % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
