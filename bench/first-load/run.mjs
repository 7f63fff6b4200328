import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { benchPostgres, productDatabase, startProduct } from '../lib/server.mjs';
import { median } from '../lib/statistics.mjs';

/** Lighthouse's "slow 4G": 150 ms round trip, 1.6 Mbit/s down, 0.75 up. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const SYSTEM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const ROUNDS = 5;

/** What the learner app's first visit costs on a slow phone line, with an empty cache. */
export async function benchFirstLoad() {
  const postgres = await benchPostgres();
  const product = await startProduct(await productDatabase(postgres, 'product'));
  const executablePath =
    SYSTEM.find((path) => path && existsSync(path)) ??
    (await (await import('@sparticuz/chromium')).default.executablePath());
  const paints = [];
  let script = 0;
  let foreign = 0;
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const profile = await mkdtemp(join(tmpdir(), 'readyroom-first-'));
      const context = await chromium.launchPersistentContext(profile, {
        executablePath,
        headless: true,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
        viewport: { width: 360, height: 740 },
      });
      const [page] = context.pages();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW_4G);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      script = 0;
      session.on('Network.responseReceived', ({ response, type, requestId }) => {
        if (!response.url.startsWith(`http://127.0.0.1:${product.port}`) && response.url.startsWith('http'))
          foreign++;
        if (type === 'Script') scripts.add(requestId);
      });
      const scripts = new Set();
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (scripts.has(requestId)) script += encodedDataLength;
      });
      await page.goto(`http://127.0.0.1:${product.port}/`, { waitUntil: 'load' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      paints.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime),
      );
      await context.close();
      await rm(profile, { recursive: true, force: true });
    }
  } finally {
    await product.stop();
    await postgres.stop();
  }
  return { firstContentMs: median(paints), scriptKilobytes: script / 1024, foreignRequests: foreign };
}
