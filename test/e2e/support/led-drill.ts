import type { Locator, Page } from 'playwright-core';
import { axeViolations, picture } from '../../support/browser.js';
import { startProduct, type Product } from '../../support/product.js';
import { publishShippedScenario } from '../../support/shipped-scenario.js';
import { openConsole, settled, type ConsoleLocale, type Desk } from './console.js';
import type { Hand } from './hand.js';
import { WORDS, type Words } from './trainer-words.js';

export const TRAINER = '100011';
export const EVALUATOR = '100021';
export const DESK = { width: 1440, height: 900 };
const TABLET = { width: 768, height: 1024 };
const PHONE = { width: 390, height: 844 };

/** Executive, manager, front line: people of the demo company and the seats they get. */
export const CAST = [
  { login: '100003', key: 'ceo', seat: { 'zh-CN': '首席执行官', 'en-GB': 'Chief executive' } },
  { login: '100020', key: 'tech', seat: { 'zh-CN': '技术值班经理', 'en-GB': 'Engineering duty manager' } },
  { login: '100032', key: 'listening', seat: { 'zh-CN': '舆情监测专员', 'en-GB': 'Social listening agent' } },
] as const;

/** Of those that could be taken, the ones that the documents show. */
const PICTURES = new Set([
  'admin-scenario-en-1440',
  'admin-drill-live-zh-1440',
  'admin-drill-paused-zh-768',
  'admin-drill-wall-zh-1440',
]);

type Buttons = Pick<Page, 'getByRole'>;

/** The data leak with a trainer who leads it at the console, in one language and by one hand. */
export class LedDrill {
  /** What axe objects to and what is wider than the screen, by screen. */
  private readonly seen: Record<string, string[]> = {};
  readonly words: Words;

  private constructor(
    readonly product: Product,
    readonly scenarioId: string,
    readonly desk: Desk,
    readonly locale: ConsoleLocale,
    readonly by: Hand['name'],
  ) {
    this.words = WORDS[locale];
  }

  static async start(locale: ConsoleLocale, by: Hand['name']): Promise<LedDrill> {
    const product = await startProduct();
    try {
      const scenarioId = await publishShippedScenario(product.database, 'data-leak');
      await product.database.query('UPDATE person SET locale = $2 WHERE employee_no = ANY($1)', [
        [...CAST.map(({ login }) => login), EVALUATOR],
        locale === 'en-GB' ? 'en' : locale,
      ]);
      const desk = await openConsole(product, TRAINER, { locale, by, ...DESK });
      return new LedDrill(product, scenarioId, desk, locale, by);
    } catch (error) {
      await product.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.desk.close();
    await this.product.close();
  }

  button(name: string | RegExp, within: Buttons = this.desk.page): Locator {
    return within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  openScreen(name: string): Promise<void> {
    const { page, hand } = this.desk;
    return hand.press(
      page.getByRole('navigation', { name: this.words.menu }).getByRole('link', { name, exact: true }),
    );
  }

  /** The rating of the first objective that anybody has rated. */
  pressed(rating: string): Locator {
    return this.desk.page.locator('[aria-pressed=true]', { hasText: rating }).first();
  }

  /** A key of the facilitator, with nothing on the page in the way of it. */
  async strike(key: string): Promise<void> {
    const { page } = this.desk;
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press(key);
  }

  /** Some things are done only after being held for a moment: held until it has happened and the button is gone. */
  async holdDown(target: Locator): Promise<void> {
    const { keyboard, mouse } = this.desk.page;
    if (this.by === 'pointer') {
      await target.hover();
      await mouse.down();
    } else {
      await target.focus();
      await keyboard.down('Enter');
    }
    await target.waitFor({ state: 'detached' });
    await (this.by === 'pointer' ? mouse.up() : keyboard.up('Enter'));
  }

  async jumpTo(minute: number): Promise<void> {
    const { words } = this;
    const { page, hand } = this.desk;
    await hand.press(this.button(words.jump));
    await hand.type(page.getByLabel(words.jumpMinute), String(minute));
    await hand.press(this.button(words.jump, page.getByRole('dialog')));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** What axe objects to at a desk, on a tablet and on a phone, and what is wider than the screen. */
  async look(name: string, shot?: string): Promise<void> {
    const { page } = this.desk;
    const found: string[] = [];
    for (const size of [TABLET, PHONE, DESK]) {
      await page.setViewportSize(size);
      await page.mouse.move(0, 0);
      await settled(page);
      const barriers = await axeViolations(page, { contrast: size === DESK });
      found.push(...barriers.map((one) => `${size.width}: ${one}`));
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (tooWide > 0) found.push(`${size.width}: wider than the screen by ${tooWide} px`);
      const picked = `${shot}-${this.locale.slice(0, 2)}-${size.width}`;
      if (PICTURES.has(picked)) await picture(page, picked);
    }
    this.seen[name] = found;
  }

  /** As the desk is, without other sizes. */
  async glance(name: string): Promise<void> {
    this.seen[name] = await axeViolations(this.desk.page);
  }

  /** Barriers and screens that are too wide, requests to others, errors: all of it should be empty. */
  faults(): { screens: Record<string, string[]>; foreign: string[]; errors: string[] } {
    const screens = Object.fromEntries(Object.entries(this.seen).filter(([, found]) => found.length));
    return { screens, foreign: this.desk.foreign, errors: this.desk.errors };
  }
}
