import type { Locator } from 'playwright-core';
import type { Product } from '../../support/product.js';
import { openConsole, type Desk } from './console.js';

/** A trainer at the facilitator's screen of the console, in Chinese. */
export class Facilitator {
  private constructor(readonly desk: Desk) {}

  static async open(product: Product, login: string, runId: string): Promise<Facilitator> {
    const desk = await openConsole(product, login);
    await desk.page.goto(`/admin/drill-runs/${runId}/live`);
    await desk.page.getByRole('button', { name: '开始演练', exact: true }).waitFor();
    return new Facilitator(desk);
  }

  /** Starts the drill, and lets a second of it take a second. */
  async start(): Promise<void> {
    const { page, hand } = this.desk;
    await hand.press(this.button('开始演练'));
    const rate = page.getByRole('combobox', { name: '倍速' });
    await hand.press(rate);
    await hand.pick(page.getByRole('option', { name: '× 1', exact: true }));
    await rate.filter({ hasText: /^× 1$/ }).waitFor();
  }

  async jump(toMinute: number): Promise<void> {
    const { page, hand } = this.desk;
    await hand.press(this.button('跳转'));
    const dialog = page.getByRole('dialog');
    await hand.type(dialog.getByLabel('到第几分钟'), String(toMinute));
    await hand.press(this.button('跳转', dialog));
    await dialog.waitFor({ state: 'detached' });
  }

  async end(): Promise<void> {
    const { page, hand } = this.desk;
    await hand.press(this.button('结束'));
    await hand.press(this.button('结束', page.getByRole('dialog')));
    await page.getByText('演练已结束，内容可继续查看。').waitFor();
  }

  private button(name: string, within: Pick<Locator, 'getByRole'> = this.desk.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }
}
