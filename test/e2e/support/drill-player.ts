import type { Locator, Page } from 'playwright-core';
import { axeViolations, openBrowser, picture, type TestBrowser } from '../../support/browser.js';
import type { Product } from '../../support/product.js';
import { hands, type Hand } from './hand.js';
import { signIn } from './sign-in.js';

const WORDS = {
  'zh-CN': {
    ready: '我准备好了',
    isReady: '已准备好，等待开始',
    fresh: /^\d+ 条新动态$/,
    record: '记录决定',
    recorded: /^已记录 \d\d:\d\d:\d\d$/,
    understood: '知道了',
    over: '演练结束',
  },
  'en-GB': {
    ready: 'I am ready',
    isReady: 'Ready, waiting for the start',
    fresh: /^\d+ new posts?$/,
    record: 'Record decision',
    recorded: /^Recorded \d\d:\d\d:\d\d$/,
    understood: 'Understood',
    over: 'The drill is over',
  },
};

interface Seated {
  name: string;
  login: string;
  locale: keyof typeof WORDS;
  width: number;
  height: number;
  mobile?: boolean;
}

/** Somebody who takes part in a drill in a browser of their own. */
export class DrillPlayer {
  readonly page: Page;
  readonly hand: Hand;
  /** What axe objects to, and pages that are wider than their screen. */
  readonly faults: string[] = [];
  private readonly words: (typeof WORDS)['zh-CN'];

  private constructor(
    readonly browser: TestBrowser,
    private readonly who: Seated,
  ) {
    this.page = browser.page;
    this.hand = hands(browser.page).pointer;
    this.words = WORDS[who.locale];
  }

  static async open(product: Product, who: Seated): Promise<DrillPlayer> {
    return new DrillPlayer(await openBrowser(product.url, who), who);
  }

  /** Comes in by the link of the run, finds the seat that was given, and says so. */
  async join(code: string, seat: string): Promise<void> {
    const { page, hand, words, who } = this;
    await page.goto(`/drills/join/${code}`);
    await signIn(page, hand, who.login, who.locale);
    await page.getByRole('heading', { name: seat }).waitFor();
    await hand.press(this.button(words.ready));
    await page.getByText(words.isReady).waitFor();
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  /** Lets posts in that wait behind the pill, until this one is among them. */
  async letIn(post: Locator): Promise<void> {
    const pill = this.button(this.words.fresh);
    for (;;) {
      await post.or(pill).first().waitFor();
      if (await post.isVisible()) return;
      // More may have come when it is pressed: then there is another pill with another number.
      const words = (await pill.textContent())!;
      await this.hand.press(pill);
      await this.button(words).waitFor({ state: 'detached' });
    }
  }

  async decide(prompt: string, option: RegExp): Promise<void> {
    const { page, hand, words } = this;
    await page.getByRole('heading', { name: prompt }).waitFor();
    await hand.tick(page.getByRole('radio', { name: option }));
    await hand.press(this.button(words.record));
    await page.getByText(words.recorded).waitFor();
  }

  /** Puts away what came of the last decision. */
  async understood(): Promise<void> {
    await this.hand.press(this.button(this.words.understood).first());
  }

  async over(): Promise<void> {
    await this.page.getByRole('heading', { name: this.words.over, level: 1 }).waitFor();
  }

  /** Axe, the width of the page, and a picture for the documents. */
  async look(what: string): Promise<void> {
    const { page, who } = this;
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const found = await axeViolations(page);
    if (tooWide > 0) found.push(`wider than the screen by ${tooWide} px`);
    this.faults.push(...found.map((one) => `${who.name} ${what}: ${one}`));
    await picture(page, `drill-together-${who.name}-${what}`);
  }
}
