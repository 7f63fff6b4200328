import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../support/browser.js';
import type { Product } from '../../support/product.js';
import { hands, type Hand } from './hand.js';
import { signIn } from './sign-in.js';

export type ConsoleLocale = 'zh-CN' | 'en-GB';

export interface Desk extends TestBrowser {
  hand: Hand;
}

/** Somebody at a desk, signed in to the console in one of its languages. */
export async function openConsole(
  product: Product,
  login: string,
  {
    locale = 'zh-CN',
    by = 'pointer',
    width = 1440,
    height = 900,
  }: { locale?: ConsoleLocale; by?: Hand['name']; width?: number; height?: number } = {},
): Promise<Desk> {
  // The language goes with the person, whatever the browser prefers.
  await product.database.query('UPDATE person SET locale = $2 WHERE employee_no = $1', [
    login,
    locale === 'en-GB' ? 'en' : locale,
  ]);
  const browser = await openBrowser(product.url, { width, height, locale });
  const { page } = browser;
  const hand = hands(page)[by];
  try {
    await page.goto('/admin/');
    await signIn(page, hand, login, locale);
    await page.getByRole('navigation', { name: locale === 'en-GB' ? 'Main menu' : '主菜单' }).waitFor();
  } catch (error) {
    await browser.close();
    throw error;
  }
  return { ...browser, hand };
}

/** What is behind the placeholders has arrived, and nothing fades in or out any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector(
        '.MuiSkeleton-root, [role=progressbar]:not([aria-valuenow]), .RaLoadingIndicator-loader, [aria-busy=true]',
      ) &&
      document.querySelector(
        'main h2, main table, main section, main form, main [role=tree], main ul, main p',
      ) !== null &&
      document.getAnimations().every((one) => one.playState !== 'running'),
  );
}

/** A number as the console writes it, read back. */
export const numberIn = (text: string | null): number => Number((text ?? '').replaceAll(/[^\d]/g, ''));

/** The file that pressing something hands over. */
export async function downloaded(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const arrives: Promise<Download> = page.waitForEvent('download');
  await press();
  const file = await arrives;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** The rows of a table on screen: the words of each cell, blanks made one. */
export const cellsOf = (table: Locator): Promise<string[][]> =>
  table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) =>
          (cell as HTMLElement).innerText.replace(/\s+/g, ' ').trim(),
        ),
      ),
    );
