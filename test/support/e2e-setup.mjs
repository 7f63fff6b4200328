import { existsSync } from 'node:fs';
import globalSetup from './global-setup.mjs';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Finds a browser: the one named, one of the system, else the Chromium inside the packages (Linux x64). */
export default async function e2eSetup() {
  await globalSetup();
  const named = process.env.CHROMIUM_PATH;
  const found = named ?? SYSTEM.find((path) => existsSync(path));
  process.env.READYROOM_TEST_CHROMIUM =
    found ?? (await (await import('@sparticuz/chromium')).default.executablePath());
}
