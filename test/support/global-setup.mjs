import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connectDatabase, migrate } from '../../api/dist/platform/database/database.js';
import { startEmbeddedPostgres } from '../../api/dist/platform/embedded-postgres/embedded-postgres.js';

/**
 * One PostgreSQL server for the whole run, and a migrated template that every test file clones. The projects of one
 * run share it; TEST_POSTGRES_URL may name a server that is already there.
 */
export default async function globalSetup() {
  if (process.env.READYROOM_TEST_SERVER) return;
  let url = process.env.TEST_POSTGRES_URL;
  if (!url) {
    const folder = await mkdtemp(join(tmpdir(), 'readyroom-test-'));
    globalThis.readyroomServer = await startEmbeddedPostgres({
      folder,
      database: 'postgres',
      settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
    });
    globalThis.readyroomFolder = folder;
    url = globalThis.readyroomServer.url;
  }
  const template = `template_${process.pid}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const target = new URL(url);
  target.pathname = `/${template}`;
  const database = await connectDatabase(target.href, { poolSize: 4 });
  await migrate(database);
  await database.close();
  process.env.READYROOM_TEST_SERVER = url;
  process.env.READYROOM_TEST_TEMPLATE = template;
}
