import { rm } from 'node:fs/promises';
import pg from 'pg';

export default async function globalTeardown() {
  const { READYROOM_TEST_SERVER: url, READYROOM_TEST_TEMPLATE: template } = process.env;
  if (!url) return;
  delete process.env.READYROOM_TEST_SERVER;
  if (globalThis.readyroomServer) {
    await globalThis.readyroomServer.stop();
    await rm(globalThis.readyroomFolder, { recursive: true, force: true });
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname LIKE $1', [
    `${template}%`,
  ]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  await client.end();
}
