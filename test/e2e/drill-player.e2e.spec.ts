import type { Page } from 'playwright-core';
import { axeViolations, openBrowser, picture, type TestBrowser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { publishShippedScenario } from '../support/shipped-scenario.js';
import { hands } from './support/hand.js';
import { Lead } from './support/lead.js';
import { loggedBy, moveTo, slowDown } from './support/run-clock.js';
import { signIn } from './support/sign-in.js';

const MINUTES = 60_000;
const MANAGER_EN = '100021';
const PICTURES = new Set(['lobby', 'desk', 'two-columns', 'stopped']);
/** Of the data leak: the card for the first line comes at 20 and waits twelve minutes. */
const FIRST_LINE = 21;
const DEFAULTED = 33;

let product: Product;
let browser: TestBrowser;
let scenarioId: string;
beforeAll(async () => {
  product = await startProduct();
  scenarioId = await publishShippedScenario(product.database, 'data-leak');
  browser = await openBrowser(product.url, { width: 1440, height: 900, locale: 'en-GB' });
}, 3 * MINUTES);
afterAll(async () => {
  await browser.close();
  await product.close();
});

async function faults(page: Page): Promise<string[]> {
  const found = await axeViolations(page);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return tooWide > 0 ? [...found, `wider than the screen by ${tooWide} px`] : found;
}

it(
  'A manager in English on a desk should join by link, speak for the company, and see an emergency stop',
  async () => {
    const { page } = browser;
    const { database } = product;
    const hand = hands(page).keyboard;
    const seen: Record<string, string[]> = {};
    const look = async (name: string) => {
      seen[name] = await faults(page);
      if (PICTURES.has(name)) await picture(page, `learn-drill-${name}-en-${page.viewportSize()!.width}`);
    };
    const lead = await Lead.signIn(product);
    const { id: runId, joinCode } = await lead.createRun(scenarioId, { [MANAGER_EN]: 'pr' });

    await page.goto(`/drills/join/${joinCode}`);
    await signIn(page, hand, MANAGER_EN, 'en-GB');
    await page.getByRole('heading', { name: 'Head of communications' }).waitFor();
    await look('lobby');
    await hand.press(page.getByRole('button', { name: 'I am ready' }));
    await page.getByText('Ready, waiting for the start').waitFor();

    await lead.control(runId, { kind: 'start' });
    await page.getByRole('tab', { name: 'Desk' }).waitFor();
    await slowDown(database, runId);
    await moveTo(database, runId, FIRST_LINE);
    await page.getByRole('button', { name: 'Record decision' }).waitFor();
    await look('desk');
    await page.setViewportSize({ width: 768, height: 1024 });
    await page.getByRole('tab', { name: /Inbox/ }).waitFor();
    await look('two-columns');
    await page.setViewportSize({ width: 740, height: 360 });
    seen['sideways'] = await faults(page);
    await page.setViewportSize({ width: 320, height: 640 });
    seen['narrow'] = await faults(page);
    await page.setViewportSize({ width: 1440, height: 900 });

    await hand.press(page.getByRole('button', { name: 'Draft a statement' }));
    const sheet = page.getByRole('dialog');
    await hand.tick(sheet.getByLabel('What happened'));
    await hand.tick(sheet.getByLabel('What we do'));
    await hand.type(
      sheet.getByLabel('Text', { exact: true }),
      'A storage folder could be opened from outside. We have closed it.',
    );
    await hand.press(sheet.getByRole('button', { name: 'Ask the coach' }));
    await sheet.getByRole('listitem').first().waitFor();
    seen['statement'] = await faults(page);
    await hand.press(sheet.getByRole('button', { name: 'Save as a new version' }));
    await hand.press(page.getByRole('button', { name: 'Submit for approval' }));
    await page.getByText(/Waiting for/).waitFor();

    await moveTo(database, runId, DEFAULTED);
    await page.getByText('The default was taken', { exact: true }).waitFor();
    await look('default');
    await hand.press(page.getByRole('button', { name: 'Understood' }));
    await hand.press(page.getByRole('button', { name: 'Publish', exact: true }));
    await hand.press(page.getByRole('group', { name: 'Publish' }).getByRole('button', { name: 'Publish' }));
    await page.getByText('published', { exact: true }).first().waitFor();
    // The same person in a second tab sees the same.
    const second = await browser.context.newPage();
    await second.goto(`/drills/${runId}`);
    await second.getByText('published', { exact: true }).first().waitFor();
    await hands(second).keyboard.press(second.getByRole('button', { name: 'Acknowledge' }).first());
    await page.getByText('Acknowledged', { exact: true }).waitFor();
    await second.close();
    await moveTo(database, runId, DEFAULTED + 5);
    await page
      .getByText(/^[1-9]\d* public answers?$/)
      .first()
      .waitFor();

    await hand.press(page.locator('summary').filter({ hasText: 'Notifications and contacts' }));
    await hand.press(page.getByRole('button', { name: /^Contact: / }).first());
    await hand.type(sheet.getByLabel('Text', { exact: true }), 'Who has opened the folder since last night?');
    await hand.press(sheet.getByRole('button', { name: 'Send' }));
    await page.getByText(/Who has opened the folder/).waitFor();

    await lead.control(runId, { kind: 'pause', reason: 'A short break' });
    await page.getByText('Reason: A short break').waitFor();
    seen['paused'] = await faults(page);
    await lead.control(runId, { kind: 'stop', reason: 'A real fire alarm' });
    await page.getByRole('heading', { name: 'Emergency stop', level: 1 }).waitFor();
    await page.getByText('Reason: A real fire alarm').waitFor();
    await look('stopped');
    await hand.press(page.getByRole('button', { name: 'Understood' }));
    await page.getByText('Statement, version 1: published').waitFor();
    seen['over'] = await faults(page);
    await hand.press(page.getByRole('button', { name: 'Look at the drill' }));
    await page.getByRole('button', { name: 'Back to the closing page' }).waitFor();
    seen['read again'] = await faults(page);

    const { kinds, refused } = await loggedBy(database, runId, 'pr');
    expect(kinds).toEqual([
      'draft_statement',
      'submit_statement',
      'publish_statement',
      'acknowledge',
      'contact',
    ]);
    expect(refused).toEqual([]);
    expect(Object.fromEntries(Object.entries(seen).filter(([, found]) => found.length))).toEqual({});
    expect(browser.foreign).toEqual([]);
    expect(browser.errors).toEqual([]);
  },
  4 * MINUTES,
);
