import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserOptions {
  width: number;
  height: number;
  locale?: 'zh-CN' | 'en-GB';
  mobile?: boolean;
  dark?: boolean;
}

export interface TestBrowser {
  context: BrowserContext;
  page: Page;
  /** Addresses outside the server under test that a page asked for; must stay empty. */
  foreign: string[];
  /** Errors on the console and uncaught ones. */
  errors: string[];
  close(): Promise<void>;
}

/** A Chromium with a profile of its own, as one person would use it. */
export async function openBrowser(baseURL: string, options: BrowserOptions): Promise<TestBrowser> {
  const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'readyroom-browser-')), {
    executablePath: process.env.READYROOM_TEST_CHROMIUM,
    headless: true,
    args: FLAGS,
    baseURL,
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: options.width, height: options.height },
    deviceScaleFactor: options.mobile ? 2 : 1,
    isMobile: options.mobile ?? false,
    hasTouch: options.mobile ?? false,
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const foreign: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== new URL(baseURL).origin) foreign.push(request.url());
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  // A refused or cut request is on the console as well; what follows from it is for the tests to see on the screen.
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(15_000);
  return { context, page, foreign, errors, close: () => context.close() };
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

type WindowWithAxe = typeof globalThis & {
  axe?: { run: (context: Document, options: object) => Promise<AxeResult> };
};

/**
 * What axe objects to on the page as it is, one line a node: WCAG 2.2 A and AA, and its best practices. To see how words
 * contrast with what is behind them takes most of the time; once is enough for the sizes of one screen.
 */
export async function axeViolations(page: Page, { contrast = true } = {}): Promise<string[]> {
  // Half a megabyte that stays as long as the page does.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${AXE}; undefined`);
  const result = await page.evaluate(async (enabled) => {
    const run = (selectors: boolean) =>
      (window as WindowWithAxe).axe!.run(document, {
        resultTypes: ['violations'],
        selectors,
        rules: { 'color-contrast': { enabled } },
      });
    // To say where each of a thousand elements is takes as long as looking at it: only when there is something to say.
    const quick = await run(false);
    return quick.violations.length > 0 ? run(true) : quick;
  }, contrast);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

/** Saves a picture into docs/img when READYROOM_PICTURES is set, so that the documented ones come from the tests. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  if (process.env.READYROOM_PICTURES)
    await page.screenshot({ path: join(__dirname, '../../docs/img', `${name}.png`), fullPage });
}
