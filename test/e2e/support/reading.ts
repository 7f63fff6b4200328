import type { Page } from 'playwright-core';
import type { Hand } from './hand.js';

const WORDS = {
  'zh-CN': { next: '下一课', toQuiz: '完成，去测验', goOn: '继续', debrief: '案例小结' },
  'en-GB': { next: 'Next', toQuiz: 'Done, to the quiz', goOn: 'Go on', debrief: 'Debrief' },
};

/** Reads lesson after lesson and plays each case to its end, until the quiz is next. Returns the titles read. */
export async function readLessons(page: Page, hand: Hand, locale: keyof typeof WORDS): Promise<string[]> {
  const words = WORDS[locale];
  const read: string[] = [];
  const footer = page.getByRole('contentinfo');
  for (;;) {
    const title = page.getByRole('heading', { level: 1 });
    await title.waitFor();
    read.push((await title.textContent())!.trim());
    await playCase(page, hand, words);
    const toQuiz = footer.getByRole('button', { name: words.toQuiz });
    if (await toQuiz.isVisible()) {
      await hand.press(toQuiz);
      return read;
    }
    const address = page.url();
    await hand.press(footer.getByRole('button', { name: words.next, exact: true }));
    await page.waitForURL((url) => url.href !== address);
  }
}

/** Takes the first option of every decision. */
async function playCase(page: Page, hand: Hand, words: { goOn: string; debrief: string }): Promise<void> {
  const stage = page.locator('#case');
  if (!(await stage.isVisible())) return;
  const options = stage.locator('.option-button');
  const onwards = stage.getByRole('button', { name: words.goOn, exact: true });
  const debrief = stage.getByRole('heading', { name: words.debrief });
  for (;;) {
    await options.first().or(onwards).or(debrief).first().waitFor();
    if (await debrief.isVisible()) return;
    if (await onwards.isVisible()) await hand.press(onwards);
    else {
      await hand.press(options.first());
      await options.first().waitFor({ state: 'detached' });
    }
  }
}
