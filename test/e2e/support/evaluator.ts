import type { Locator } from 'playwright-core';
import { axeViolations, openBrowser, picture, type TestBrowser } from '../../support/browser.js';
import type { Product } from '../../support/product.js';
import { hands, type Hand } from './hand.js';
import { signIn } from './sign-in.js';

const WORDS = {
  'zh-CN': {
    title: '评估', ready: '我准备好了', sent: /已记录/, some: /^S/, major: /^M/, lost: '线路已断', open: '线路正常', note: '记一笔', seen: '观察到的情况', save: '保存',
    waiting: (n: number) => `${n} 条记录存在本机，等待发送`, waits: /条记录存在本机/, photos: '照片', photo: '拍照', shows: '照片说明（可不填）', keep: '保存照片', photoWaits: '待发送', photoSent: '已发送',
  },
  'en-GB': {
    title: 'Evaluate', ready: 'I am ready', sent: /recorded/, some: /^S/, major: /^M/, lost: 'Line lost', open: 'Line open', note: 'Note this moment', seen: 'What did you see?', save: 'Save',
    waiting: (n: number) => `${n} remarks on this device, waiting to be sent`, waits: /on this device, waiting to be sent/, photos: 'Photos', photo: 'Photo', shows: 'What it shows (optional)', keep: 'Keep the photo', photoWaits: 'waiting', photoSent: 'sent',
  },
} as const; // prettier-ignore

/** An evaluator with a phone in the hand, who walks out of reach and comes back. */
export class Evaluator {
  private readonly hand: Hand;
  private readonly words: (typeof WORDS)['zh-CN'] | (typeof WORDS)['en-GB'];
  readonly faults: string[] = [];

  private constructor(
    readonly browser: TestBrowser,
    locale: keyof typeof WORDS,
  ) {
    this.hand = hands(browser.page).pointer;
    this.words = WORDS[locale];
  }

  static async open(
    product: Product,
    login: string,
    runId: string,
    locale: keyof typeof WORDS,
  ): Promise<Evaluator> {
    const browser = await openBrowser(product.url, { width: 360, height: 740, locale, mobile: true });
    const evaluator = new Evaluator(browser, locale);
    const { page } = browser;
    await page.goto(`/drills/${runId}`);
    await signIn(page, evaluator.hand, login, locale);
    await page.getByRole('heading', { name: evaluator.words.title, exact: true }).waitFor();
    return evaluator;
  }

  /** Rates the objective in this place; the answer is on the button at once, with a line or without. */
  async rate(place: number, rating: 'some' | 'major'): Promise<void> {
    const mark = this.browser.page
      .getByRole('article')
      .nth(place)
      .getByRole('button', { name: this.words[rating] });
    await this.hand.press(mark);
    // The button itself: another may have been pressed before, by somebody else, and stays so until the tap is kept.
    await mark.and(this.browser.page.locator('[aria-pressed=true]')).waitFor();
  }

  /** The drill has the rating of the objective in this place. */
  async isSent(place: number): Promise<void> {
    await this.browser.page.getByRole('article').nth(place).getByText(this.words.sent).waitFor();
  }

  async note(text: string): Promise<void> {
    const { page } = this.browser;
    await this.hand.press(this.button(this.words.note));
    const sheet = page.getByRole('dialog');
    await this.hand.type(sheet.getByLabel(this.words.seen), text);
    await this.hand.press(this.button(this.words.save, sheet));
    await sheet.waitFor({ state: 'detached' });
  }

  /** Photographs something: the camera is a file that the browser hands over. */
  async photograph(image: Buffer, note: string): Promise<void> {
    const { page } = this.browser;
    const chooser = page.waitForEvent('filechooser');
    await this.hand.press(this.button(this.words.photo));
    await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: image });
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('img').waitFor();
    await this.hand.type(sheet.getByLabel(this.words.shows), note);
    this.faults.push(...(await axeViolations(page)));
    await this.hand.press(this.button(this.words.keep, sheet));
    await sheet.waitFor({ state: 'detached' });
  }

  /** What stands at the only photo of this device. */
  async photoIs(state: 'photoWaits' | 'photoSent'): Promise<void> {
    const photo = this.browser.page.getByRole('region', { name: this.words.photos }).getByRole('listitem');
    await photo.getByText(this.words[state], { exact: true }).waitFor();
  }

  async loseLine(): Promise<void> {
    await this.browser.context.setOffline(true);
    await this.browser.page.getByText(this.words.lost, { exact: true }).waitFor();
  }

  async waits(count: number): Promise<void> {
    await this.browser.page.getByText(this.words.waiting(count)).waitFor();
  }

  async regainLine(): Promise<void> {
    await this.browser.context.setOffline(false);
    await this.browser.page.getByText(this.words.waits).waitFor({ state: 'detached' });
  }

  async look(shot?: string): Promise<void> {
    const { page } = this.browser;
    this.faults.push(...(await axeViolations(page)));
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (tooWide > 0) this.faults.push(`wider than the screen by ${tooWide} px`);
    if (shot) await picture(page, shot);
  }

  private button(name: string, within: Pick<Locator, 'getByRole'> = this.browser.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }
}
