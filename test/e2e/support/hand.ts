import type { Locator, Page } from 'playwright-core';

/** How a person works the page: with a finger or mouse, or with the keyboard alone. The same flow runs with both. */
export interface Hand {
  readonly name: 'pointer' | 'keyboard';
  /** A button, link, tab or menu entry. */
  press(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  /** A radio or checkbox. */
  tick(target: Locator): Promise<void>;
  /** An entry of a native list, by its value. */
  choose(target: Locator, value: string): Promise<void>;
  /** An entry of an open menu, or of the list below a search field that has the focus. */
  pick(target: Locator): Promise<void>;
}

export class Pointer implements Hand {
  readonly name = 'pointer';

  press(target: Locator): Promise<void> {
    return target.click();
  }
  async type(target: Locator, text: string): Promise<void> {
    await target.fill(text);
  }
  async tick(target: Locator): Promise<void> {
    // The mark is drawn over the native control; people press its label.
    await target.locator('xpath=ancestor-or-self::*[self::label or self::input][1]').first().click();
  }
  async choose(target: Locator, value: string): Promise<void> {
    await target.selectOption(value);
  }
  pick(target: Locator): Promise<void> {
    return target.click();
  }
}

const STEPS = 150;

/** Tab, arrows, Enter and Space. What the Tab key does not reach, this hand does not reach. */
export class Keys implements Hand {
  readonly name = 'keyboard';

  constructor(private readonly page: Page) {}

  async press(target: Locator): Promise<void> {
    if ((await target.first().getAttribute('role')) === 'tab') await this.reachTab(target);
    else await this.reach(target);
    await this.page.keyboard.press('Enter');
  }

  /** A list of tabs is one stop of the Tab key; the arrows go through it. */
  private async reachTab(target: Locator): Promise<void> {
    await this.reach(target.locator('xpath=ancestor::*[@role="tablist"]//*[@role="tab" and @tabindex="0"]'));
    for (let i = 0; i < STEPS && !(await hasFocus(target)); i++) await this.page.keyboard.press('ArrowRight');
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  async tick(target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' });
    if (await target.isChecked()) return;
    const isRadio = (await target.getAttribute('type')) === 'radio';
    if (!isRadio) {
      await this.reach(target);
      await this.page.keyboard.press('Space');
      return;
    }
    // A group of radios is one stop of the Tab key; the arrows go through it.
    const name = (await target.getAttribute('name'))!;
    const group = this.page.locator(`input[type=radio][name="${name}"]`);
    await this.reach(group);
    for (let i = 0; i < STEPS; i++) {
      if (await hasFocus(target)) break;
      await this.page.keyboard.press('ArrowDown');
    }
    if (!(await target.isChecked())) await this.page.keyboard.press('Space');
  }

  async choose(target: Locator, value: string): Promise<void> {
    await this.reach(target);
    for (let i = 0; i < STEPS; i++) {
      if ((await target.inputValue()) === value) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`No entry ${value} by arrow keys`);
  }

  async pick(target: Locator): Promise<void> {
    await target.waitFor({ state: 'visible' });
    for (let i = 0; i < STEPS; i++) {
      if (await isActive(target)) return this.page.keyboard.press('Enter');
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`The arrows do not reach ${String(target)}`);
  }

  /** Presses Tab until one of the targets has the focus; backwards when going forward did not find it. */
  private async reach(target: Locator): Promise<void> {
    await target.first().waitFor({ state: 'visible' });
    for (const key of ['Tab', 'Shift+Tab'])
      for (let i = 0; i < STEPS; i++) {
        if (await hasFocus(target)) return;
        await this.page.keyboard.press(key);
      }
    throw new Error(`The Tab key does not reach ${String(target)}`);
  }
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

/** Focused itself, or pointed at by the field that has the focus. */
const isActive = (target: Locator): Promise<boolean> =>
  target.evaluate(
    (element) =>
      element === document.activeElement ||
      element.id === (document.activeElement?.getAttribute('aria-activedescendant') ?? undefined),
  );

export const hands = (page: Page): Record<'pointer' | 'keyboard', Hand> => ({
  pointer: new Pointer(),
  keyboard: new Keys(page),
});
