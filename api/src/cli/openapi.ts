import { readFile, writeFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { describeApi } from '../openapi.js';
import { completeConfig, readConfig } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { createServer } from '../server.js';

const FILE = 'api/openapi.json';

/** `npm run openapi` writes the document, `npm run openapi:check` fails when the written one is out of date. */
async function main(): Promise<void> {
  const config = completeConfig(readConfig({ LOG_LEVEL: 'silent' }), 'postgres://nowhere/none');
  const app = await createServer({ config, database: new Database(new DataSource({ type: 'postgres' })) });
  const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    await writeFile(FILE, text);
    console.log(`${FILE} written`);
  } else if ((await readFile(FILE, 'utf8').catch(() => '')) !== text) {
    throw new Error(`${FILE} is out of date; run npm run openapi and commit it.`);
  } else {
    console.log(`${FILE} is up to date`);
  }
  process.exit(0);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
